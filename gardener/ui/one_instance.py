"""One window for each garden file: a second start raises the first and hands its files over."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QDeadlineTimer, QLockFile, QObject, QThread, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

WAIT = 5000
"""Milliseconds a second start waits for the first to stand, and again for its answer."""
AGAIN = 50
"""Milliseconds between two tries to reach a first start that does not stand yet."""


class OneInstance(QObject):
    """asked(list of paths): another start wants the window in front, and these files imported."""

    asked = Signal(list)

    def __init__(self, garden: Path, folder: Path, parent: QObject | None = None) -> None:
        """`folder` holds the lock; the name of the garden's file does not show in it."""
        super().__init__(parent)
        place = str(garden.resolve()).encode("utf-8", "surrogateescape")
        digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256)
        mark = bytes(digest.data()).hex()[:24]
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._name = f"gardener-{mark}"
        self._lock = QLockFile(str(folder / f"{self._name}.lock"))
        self._lock.setStaleLockTime(0)  # a lock is stale only when its process has gone
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """Whether this is the first start; the lock of a killed one is taken over."""
        return bool(self._lock.tryLock(100))

    def listen(self) -> None:
        """Answers later starts, from now on."""
        from PySide6.QtNetwork import QLocalServer  # not before the first paint

        QLocalServer.removeServer(self._name)  # of a killed process; we hold the lock
        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        server.newConnection.connect(self._hear)
        if server.listen(self._name):
            self._server = server

    def hand_over(self, files: Sequence[Path]) -> bool:
        """Asks the first start, which may just be opening, to come to the front and import `files`; whether it has heard."""
        from PySide6.QtNetwork import QLocalSocket

        socket, late = QLocalSocket(), QDeadlineTimer(WAIT)
        socket.connectToServer(self._name)
        while not socket.waitForConnected(AGAIN):
            if late.hasExpired():
                return False
            QThread.msleep(AGAIN)
            socket.connectToServer(self._name)
        socket.write(json.dumps([str(path.absolute()) for path in files]).encode() + b"\n")
        heard = socket.waitForBytesWritten(WAIT) and socket.waitForReadyRead(WAIT)
        socket.disconnectFromServer()
        return bool(heard)

    def release(self) -> None:
        """Gives the garden free."""
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _hear(self) -> None:
        socket = self._server.nextPendingConnection() if self._server is not None else None
        if socket is not None:
            socket.readyRead.connect(lambda: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            return
        try:
            said = json.loads(bytes(socket.readLine().data()).decode())
        except ValueError:
            said = []
        socket.write(b"ok\n")
        socket.flush()
        files = [Path(path) for path in said if isinstance(path, str)] if isinstance(said, list) else []
        self.asked.emit(files)

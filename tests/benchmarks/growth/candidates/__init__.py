"""Models that were tried: `model2` is proposed, the laws in `laws` are not; `bench growth --data DIR --candidates`.

README.md of the folder above has their figures and the reasons. `model2` needs the standard library alone.
"""

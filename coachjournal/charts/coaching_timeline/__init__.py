"""The coaching timeline: a rep's goals and the hours they got, in three strips over one axis of days.

`figure` draws it, `files` saves it, `summary` tells it in words and as a table; `layout` decides where everything is
and `hits` what is under the pointer. Only `figure` and `files` (and `fonts` beside this package) load matplotlib.
"""

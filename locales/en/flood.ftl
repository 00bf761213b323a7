# Said once to somebody who sends more than a person can.
flood-pause = Messages come faster than I can read. I stop taking yours here for 1 minute; what you send meanwhile I do not read, so please send it again afterwards.

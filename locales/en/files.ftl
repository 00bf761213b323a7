# Files, on a channel that takes none

file-link = File “{ $name }”: { $url } (for 24 hours)
file-elsewhere = “{ $name }” belongs to this message but cannot be sent here. Please ask the officer in charge to see it.

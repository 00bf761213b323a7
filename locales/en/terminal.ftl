# The terminal

choices-number = { $number }. { $label }
choices-hint = (Answer by number or in words.)
part-number = ({ $number }/{ $count })
terminal-welcome = The bot in the terminal. You speak as “{ $handle }”; ask away, for example “xã đạt bao nhiêu tiêu chí”. /as NAME speaks as another, /in GROUP speaks in a group, /in leaves it, Ctrl+D ends.
terminal-as = You now speak as “{ $handle }”.
terminal-in = You now speak in the group “{ $group }”; call the bot by @bot.
terminal-private = You are back in the private chat with the bot.

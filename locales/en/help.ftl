# Help, greetings, not understood

help-title = I am a bot that answers about nông thôn mới. Ask in plain Vietnamese, with or without marks:
help-line = • { $what }: “{ $example }” (/{ $slash })
help-more = For more, write “trợ giúp thêm”.
greeting = Hello! I am a bot that answers about the commune's nông thôn mới. You may ask, for example: { $examples }.
thanks = You are welcome. Ask me whenever you need to.
acknowledged = All right. Ask me whenever you need to.
goodbye = Goodbye, see you again.
not-understood = I did not understand. I answer about the criteria and indicators of nông thôn mới. Try: { $examples }.
which-question = I am not sure what you mean. Please choose:
slash-unknown = I have no command /{ $name }. Type /trogiup to see the commands.
button-gone = This button no longer works. Please ask again in words.
not-allowed = You have no right to do this ({ $what }). It is for: { $roles }.
not-allowed-unit = You have no right to { $what } in { $unit }. The right is for: { $roles }.
not-allowed-ask = Who can give it: { $people }.
not-allowed-ask-roles = Please ask the unit's { $roles } for it.
not-allowed-stranger = I do not know who you are. If you have an invitation code, send it to me.
officer = { $name } ({ $office })
voice-unread = I cannot listen to voice messages. Please type.
kind-unread = I cannot read this kind of message. Please type, or send a picture.
file-unexpected = I do not know what to do with this file. Please add a few words.
turn-failed = Sorry, something went wrong with this message (number { $id }). It is kept for the administrator; please try again later.
choices-which = Please choose one of these:
put-off = Very well, write to me when it suits you.

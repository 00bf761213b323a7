# What the bot can do (a line each in help and menus)

summary-status = How many criteria and indicators are met
summary-unmet = What is still missing
summary-met = What is met
summary-criterion = One criterion
summary-indicator = One indicator
summary-explain = What a criterion or an indicator demands
summary-compare = Compare and rank communes
summary-changes = What changed
summary-whoami = Who am I, what may I do
summary-help = Help
summary-greeting = Greeting

# States

state-met = Met
state-unmet = Not met
state-unassessed = Not assessed
state-not_applicable = Not applicable
state-unknown-totals = Not known, the report gives totals only

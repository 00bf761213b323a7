# Units

level-tinh = province
level-huyen = district
level-xa = commune
level-thon = village
unit-merged = On { $day }, { $unit } became part of { $successor }.
unit-ended = Since { $day }, { $unit } is no administrative unit any more.
unit-predecessor = Figures from before the merger are with: { $units }.
unit-unknown = I find no unit called “{ $name }”. Do you mean:
unit-unknown-no-like = I find no unit called “{ $name }”. Please check the name.
unit-which = There are { $count } units called “{ $name }”. Which one?
unit-missing = Which commune? Please write its name, for example “{ $example }”, or choose:
village-missing = Which village? Please write its name, for example “{ $example }”, or choose:
no-units = There are no figures of any commune yet. The administrator has to import some first.

/** The text of the first article; its tags stand beside it. */
export const harbourWallText = `Council Backs £38m Harbour Wall, Leaving £6m Still to Find
Kelmouth’s councillors voted 21 to 14 for a new sea wall after a seven-hour meeting. Who pays for the last part of it is not known.
Waves break over the Old Mole in November, when storms kept the harbour shut for three days. Photo: Jonas Reuter / Harbour Courier

Kelmouth’s city council voted late on Tuesday to spend £38 million on a new wall for the outer harbour, the largest sum it has ever committed to a single building project.

The wall will replace the Old Mole, a breakwater of rough stone, and run for 640 metres from the lighthouse to the fish quay. Work is expected to begin in September and to last at least three years.

“We have had three winters of warnings, and I am not prepared to wait for a fourth,” said Helena Marsh, the council leader, before the vote. “A harbour that closes is a town that closes.”

The national coast fund has granted £22 million towards the cost and the harbour board £10 million. The remaining £6 million is nowhere in the budget. The council’s own finance report, published a week before the vote, calls the gap “material and unsecured”.

Daniel Oyelaran, who speaks for the opposition on finance, said that a loan for the missing sum would cost £410,000 a year in interest and that this was more than the city spends on its libraries. “You cannot pour concrete with a promise,” he told the chamber.

Marsh did not say where the money would come from. Asked twice, she answered that the council had “several serious conversations” under way.

One of those conversations is believed to be with Norvik Line, the container firm, which leases two of the harbour’s five berths. An official in the finance department, who asked not to be named because the talks are confidential, said the firm had offered £4 million in exchange for a lease of thirty years.

Norvik Line, which belongs to the Halden Group, said it “does not comment on market rumour”. The harbour board confirmed that it had met the company in October but denied that a price had been discussed.

The scheme’s critics are not all on the opposition benches. Ruta Lindqvist, who runs the fishing co-operative, said the new entrance would be eleven metres narrower than the present one. She said the council had stopped listening to the people who use the water. In a southerly gale, she added, “somebody may misjudge it, and then we shall be counting boats”.

Viktor Stahl, the project’s chief engineer, told a public hearing in June that the width had been tested in a wave tank and that a ferry would pass “with room to spare”. The co-operative has asked for the test to be repeated with its own skippers at the wheel of the simulator.

What few dispute is that the Old Mole is failing. Storms closed the harbour for eleven days last winter, against four the winter before. The board’s surveyors say the swell now passes over the breakwater because its stone has sunk by 1.3 metres since 1980. Two of the three navigation lights on it were moved ashore in the spring.

For the fish quay, a closed harbour is counted in crates. On the morning of the meeting the market hall held a dozen of them, all plaice, and a radio playing to nobody. The auction had been over in six minutes. By the time the councillors took their seats, the hall had been hosed down and locked.

Stone for the foundations has reportedly been reserved at a quarry near Skell. It cannot be ordered yet. The council’s standing orders allow no contract above £5 million to be signed until its funding is “identified in full”, and the city solicitor reminded members of that before they voted.

Opponents, who have taken to calling the project the “wall to nowhere”, tried to send it back to committee and lost by seven votes. Three members of Marsh’s own party were absent; none of them has said why.

If the gap is not closed by 31 March, the coast fund may withdraw its grant. Marsh has promised to put a proposal before the council in January, in public and with figures. Whether Norvik Line’s offer will be on the table by then is unclear.
`;

/** The text of the long read; its tags stand beside it. */
export const tideBookText = `Eleven Centimetres
For more than sixty years Kelmouth measured the sea from the wrong mark. A retired pilot, a doctoral student and a sheet of pencilled sums have shown what the mistake has cost, and what it may yet cost.
Ilse Varga at the Customs Steps, where she has read the tide every morning since 1974. Photo: Jonas Reuter / Harbour Courier

Ilse Varga is 81 and has gone down the Customs Steps, by her own count, more than eighteen thousand times. There are twenty-three steps at low water and nine at high. On the wall beside the lowest hangs a brass staff, engraved in feet, that no harbour authority has read since 1958.

She reads it at ten to six. In January that means by torchlight, one hand on the chain, the other holding a torch that she bought for the purpose and has twice fished out of the dock. She says the number aloud, climbs back up, and says it again until she has reached the bench where the notebook lies in a bread bag. Then she writes it down.

“People think it is a hobby,” she said, the first morning that she let me come. “A hobby you may skip.”

The notebook is the forty-first. The other forty stand in her hall in the order of their years, between the telephone and the umbrellas, and it is fair to say that they are now the most expensive object in the house. Because of them the city has had to redraw its flood map. Because of them an insurer has written to some hundreds of people on the Lower Quay. Because of them, too, the wall that the council means to build across the outer harbour is on its fourth set of drawings.

What the notebooks show is simple to state. The sea at Kelmouth stands eleven centimetres higher against the town than the town believed. It did not rise there overnight, and most of it did not rise at all. It was mislaid, on an afternoon in the autumn of 1958, in a sum.

A town and its zero

Every port that takes itself seriously has a zero. It is not the bottom of the sea, nor the level of the sea, which has none. It is a mark that people have agreed to measure from, and everything else hangs on it: the depth printed on the chart, the height of the quay, the second on which a pilot tells a captain yes or no.

Kelmouth’s was chosen in 1867 by Edmund Crail, the harbour master, who had lost two colliers on the bar in one winter and wished to be told by a number, and not by a clerk, how much water there was. He had a groove cut in the granite of the Customs House, at the height of his own knee, and a brass staff bolted to the wall beneath it. He then ordered the clerks to read the staff every hour, day and night, and to write the figure in a bound book. If a clerk forgot, he was to leave the line blank. If he guessed, he was to be dismissed.

The books are in the county record office, 214 of them, and the blanks are there too. On the night of the great surge of 1936 the clerk, a man called Joseph Tarrant, made his entries until four in the morning, each a little higher on the page than the last, as if the hand were being lifted. At five there is a blank. At six the same hand continues, with the figure, and after it four words: “Water in the office.”

It is one of the longest tide records kept by hand anywhere. Only a handful of ports on that coast can look back further, and none of them with so few gaps. Oceanographers have used it since the 1950s to ask how fast the sea is rising, because an answer takes a century to see and hardly anybody has been looking for a century. It has been cited in more than three hundred papers. It was in preparing to write another that a student noticed that the line had a step in it.

The student

Anneke Duarte came to the University of Sorrel to study storms. Her supervisor suggested that she spend her first summer with old tide books, in the way that one sends an apprentice to sweep, and she spent it instead on a single month.

“You plot Kelmouth against Sandrigg,” she explained, drawing two wavering lines on the back of a train ticket. “Forty kilometres apart, the same sea. They go up together, they go down together, like two people on one mattress. And then in October 1958 Kelmouth just lies down.”

She was not the first to see it. The step is in the data sets that the world’s scientists download, and in a footnote to one of them it is put down to “a change of observing practice”. Everybody who had used the record had done the sensible thing, which was to subtract the step and go on. So long as one wants to know how fast the sea is rising, it does not matter where one begins to count.

It matters a great deal if one lives there. Duarte is the daughter of a plumber, and she holds that this is why she asked the question that several professors had not. If the record had been corrected for the step, had the town been?

She wrote to the harbour board in March, and again in May. In June she had a reply from its press office, which thanked her for her interest in the port. She wrote to the city’s planning department, which told her that levels were a matter for the board. She was, she admits, about to let it go. She had storms to study. Then, at the end of a talk that she gave in the reading room of Kelmouth’s public library to eleven people and a dog, an old woman in a pilot’s jacket put up her hand and asked which staff she meant.

“I said the official gauge,” Duarte recalled. “And she said, ‘Ah. I have the other one.’”

The other one

Varga had been the second woman on that coast to be licensed as a pilot, and she did not trust the gauge. It was nothing that she could have proved. But a pilot brings a ship over the bar on a margin of a hand’s breadth, hundreds of times, and she came to feel, as one feels that a stair is not quite the height of the others, that the official figure and the water did not agree.

When she asked, she was told that the official gauge had been moved. That was true. Until 1958 the clerks had read the brass staff at the Customs Steps. But the dock there was silting up, and in that year the board put a new gauge, with a float and a pen and a paper drum, at the end of the Pilot Jetty, 340 metres away. The old staff was left on the wall because nobody was told to take it down.

So she read the old staff herself, before each watch, and wrote it in a book, with the figure from the jetty next to it. She did it for a month to settle the matter. By then it was a habit, and when she retired it was the part of the work that she did not give up.

The two columns run side by side through forty notebooks. Subtract one from the other and, after the feet have been made into metres, the same figure comes out. It comes out in calm and in gales, on spring tides and neaps, in her steady hand of the 1970s and in the shakier one of last week. Duarte typed in all of it, which took her from September to the following June. The average of 16,902 pairs is eleven centimetres and two millimetres. The scatter is what one would expect of a woman with a torch.

“I have worked with satellites that were worse,” said Per Aronsen, a geodesist at the state survey, who examined the notebooks for this newspaper and was not paid to do so. He compared a sample of 400 entries with the board’s own paper drums, and found nine slips of the pen. In seven of them, he said, the slip was the board’s.

There remained the question of which column was right. A staff that has hung in the tide for a century and a half may have been bent, or have slid down its bolts. In April, with a crew of three and the board’s permission, Aronsen ran a line of levels from the groove on the Customs House to the survey’s nearest deep benchmark, four kilometres inland, where the rock does not move. The groove was where Crail had left it, to within four millimetres. The zero on the Pilot Jetty was not.

The sheet

It is one thing to know that a mistake was made, and another to hold it in one’s hand. The sheet was found by Miriam Okell, an archivist at the record office, who had been asked for the levelling of 1958 by Duarte, then by Aronsen, then by a lawyer, and had told all three that it did not exist. It was not catalogued under levels. It had been used to wrap a photograph.

It is a page of squared paper, folded in four. At the top stands the date, 9 October 1958, and a set of initials. Below run two columns in pencil: the height of the groove, the readings of the level from one peg to the next along the quay, and at the foot the height of the new zero on the jetty. Everything in it is legible. The third line from the bottom gives a reading of 3.41 metres. The surveyor’s field book, which Okell then went and found, gives the same reading as 3.52. In the field book 3.41 is the line above, and belongs to another peg.

“You can see what happened,” she said. “He had the field book in one hand. It rained that day, it is in the clerk’s log. He looked up, he looked down again, and he took the line above.”

That is not quite how the harbour board sees it. In a letter to the council in July it accepted that the difference is real, but attributed it to the jetty, which it says has settled on its piles by about ten centimetres since it was built. A transcription error, the board wrote, is “an attractive story and an unproven one”. The distinction is not academic. If the jetty sank slowly, the gauge was right in 1958 and drifted away from the truth year by year, and nobody in particular was to blame. If the sum was wrong, it was wrong from the first day, and so was every level that was taken from it.

Varga’s notebooks bear on that too. If the jetty had been sinking, the gap between her columns would have grown. Between 1974 and now it has not changed by as much as a centimetre. The board’s engineers reply that the jetty may have done most of its settling in the sixteen years before she began, as new piles do. Aronsen calls that possible. He would not, he said, bet a bicycle on it.

The surveyor’s initials are on the sheet. His daughter lives in Kelmouth still. She asked that his name be left out of this article, and there is no need for it. He checked his sums; the ticks are in the margin. He checked them against the number that he had copied, and not against the one that he had read, which is how most checking goes wrong.

What a line is worth

A flood map looks like a fact of nature, but it is a line drawn by a committee at a height. Kelmouth’s was last drawn in 2009. It runs along the back of the Lower Quay, through the yard of a bakery and between two halves of a semi-detached house, and it was drawn at 4.60 metres above the harbour’s zero because that is as high as the sea is reckoned to come once in a hundred years.

Move the zero and the line moves. On the map of 2009 there are 412 homes on the wet side of it. On the draft that the city’s planners put out for comment in August there are 1,127. The ground in that part of town is so flat, one of them told me, that eleven centimetres is “three streets and a school”.

Tobias Renn has a café on one of those streets. He bought the building, with the flat above it, four years ago, and the contract has a page on which the seller and the city confirm that it lies outside the flood zone. In September he had a letter from his insurer. The premium for the coming year is £3,900, up from £640. He has framed the letter and hung it behind the counter, where other cafés hang the licence.

“It is the same building,” he said. “The sea has not come one finger closer. It is only that somebody has told it where I am.”

His neighbours have formed an association, and the association has a lawyer. Whether the city or the harbour board is liable for a line that both of them relied on, and neither of them checked, is unclear; no court in the country appears to have been asked such a thing. The association puts the loss in the value of its members’ homes at £61 million. That figure rests on an estate agent’s estimate of eighteen houses, and the city calls it fanciful. Nobody has yet offered a better one.

Some of those who were on the wet side all along take a quieter view. Dolores Whitcombe has lived for fifty-two years in a house that the map of 2009 marks dark blue. She has had the water in twice. On her kitchen wall, at the height of the second shelf, her husband cut a notch in the winter of the last big surge, and wrote the date beside it with a carpenter’s pencil.

“We always knew where the sea was,” she said. “We never looked at the map. We looked at the shelf.”

How the board did not know

What did the harbour board know, and when? It owned both gauges. It had surveyed its own quays many times since 1958. At each survey somebody must have stood at the Customs House with an instrument and found that the groove was not where the books said it should be.

The board says that no such discrepancy was ever reported. A surveyor who worked for it for many years, and who asked not to be identified because of the terms of a pension agreement, remembers it otherwise. The difference came up whenever the quays were levelled, the surveyor said, and was always closed in the same way: the Customs House was old, old houses sink, and so the groove was taken to have sunk. By 2011 it had been struck from the list of benchmarks altogether.

That last part can be checked. The board’s list of 2010 has the groove as benchmark number one. The list of 2012 begins with number two.

The board’s director, Cornelia Haas, agreed to talk, in an office with a fine view of both gauges. She has held the post for three years. She did not dispute that the list had been shortened, and she did not know, she said, who had done it or why. She had asked. The file for that year holds the old list and the new one, and no letter between them.

“I would love to give you a villain,” she said. “I have an organisation that was told for fifty years that its ruler was right, by people who had been told so by the ruler.”

She was asked whether the board would pay for the error, if it was one. The board, she replied, would “meet every obligation that a court finds it to have”. Asked whether it would apologise before that, she looked for a while at the jetty. She said that she had been to see Varga, that they had had coffee, and that what was said there was between the two of them.

Varga, when she was told of this, said the coffee had been weak.

Sixteen centimetres, or a hand

While the parties write to each other, there is a wall to build. The council means to close the outer harbour with a breakwater 640 metres long, and its height was settled four years ago: 7.20 metres above the zero, enough that in the storm of a century the waves should just not come over in bulk. The builders will measure that height from the land. The sea that it must keep out was measured at the jetty.

Eleven centimetres on a wall of that size sounds like a rounding error. Viktor Stahl, the project’s chief engineer, thought so as well. Then he ran the tank again. Overtopping does not grow with height as a bath fills; the last hand’s breadth of wall does most of the work. With the true level of the sea the wall as drawn would be overtopped about once in forty years, he said, and not once in a hundred.

He proposes to build it sixteen centimetres higher, eleven for the sum and five for what he called good manners. Concrete is cheap at the top of a wall, where it is thin, and expensive at the bottom, where it must carry what stands on it. The extra course is likely to add between £700,000 and £900,000 to a project that is already short of money.

There are those who would rather move the shops. Ottilie Brask, who teaches planning at Sorrel, has argued for years that the Lower Quay should be given back to the water, house by house, as people leave. To her the eleven centimetres are a gift. A town which has been shown that it does not know where the sea is, she wrote in the autumn, has for once been made “exactly as worried as it ought to be”.

Stahl does not quarrel with her. A wall, he pointed out, is a way of buying time, and so it is fair to ask what one means to do with the time. But he has walked the Lower Quay at high water in November, with the school letting out. Somebody has to be on the side of the next thirty years, he said, even if the hundred after that belong to Brask.

And the sea is rising. That is easily lost among the sums, because the step of 1958 has nothing to do with it. Once the step is taken out, the record shows the water off Kelmouth climbing by 1.4 millimetres a year over the first century of the books and by 3.6 a year over the last three decades. At that rate the town will have lost another eleven centimetres in thirty years, and there will be no page of squared paper to blame it on.

The books

I asked to see the ledgers that Crail began. They are brought up from the strongroom on a trolley, four at a time, and one turns them on a foam cradle with clean bare hands. They smell faintly of coal. For the first thirty years the ink is black; then for a long time it is violet; and in the war there is pencil, because the ink had gone to wherever ink went.

The clerks were not supposed to write anything but figures. They wrote all sorts of things. A whale is noted, and a wedding. One of them, through the whole of 1911, gave each month a mark out of ten for its weather, and February got a nought. A boy was drowned off the steps in the summer of 1923, and for a week after that the figures are in another hand. There are pressed flies. There is a column added up wrongly by somebody, and corrected by somebody else, in red, with the word “Really.”

Once one has seen the books it is hard to go on thinking of a measurement as a thing that comes from an instrument. It comes from a person who got out of bed. Crail understood that, which is why he trusted nobody and had everything written down. The board in 1958 had understood something else: that a float and a pen do not sleep or drink or have weddings. It was right about that. The pen on the Pilot Jetty drew its line for decades and hardly ever failed. It drew it eleven centimetres from where it thought it was, with perfect regularity, and there was no one at the end of the jetty to say that it looked wrong.

I put this to Duarte, who is by now a doctor of philosophy, with a thesis of which one chapter concerns storms. She thought it sentimental. The clerks made errors all the time, she said; she had found nearly two thousand. What had saved the record was not that people are better than machines. It was that for a few decades, through one woman’s stubbornness, there were two of something.

“One measurement is an opinion,” she said. “Two is a measurement. It does not matter in the least what you take them with.”

A new mark

On a Thursday at the end of October some forty people stood on the quay by the Customs House, in a wind that made speeches short. The state survey had set a new benchmark in the granite, a bronze bolt the size of a coin, a metre to the left of Crail’s groove. The groove itself has been cleaned and given a glass cover. On the list of benchmarks that the board issued that morning it is number one.

From the first of January the harbour’s zero will be the old one, the one from before 1958. The tide tables are to be reprinted. Every tide in them will stand eleven centimetres higher than it stands now, which for once is good news for somebody: the pilots, whose charts were sounded from the old mark, and who have had that much more water under them all these years than the two together allowed them to believe. Two of them, in uniform, were seen to shake hands.

The flood map should follow in the spring, unless the residents’ association goes to court, as it has said that it will. What the map will do to the price of the café, and whether anybody will pay for it, is not known. Renn had closed for the morning and had come to look. He said he wished to see the thing with his own eyes. It was smaller than he had expected.

Haas said a few words, and Aronsen said fewer. Then somebody had to take the first reading from the new mark. There is an electronic gauge for that now, with a radar and a mast, and a second one, by a different maker, ten metres away from it, that was bought to keep an eye on the first. Both of them send a figure every minute to a screen in the harbour office. But it had been agreed that the first should be taken by hand.

Varga had been asked to do it and had said that she would think about it. She came in the pilot’s jacket. She declined the survey’s staff, which was made of carbon fibre and offered on two open palms, and went down the steps with her torch, though it was eleven in the morning and the sun was out. The people at the railing could see her lean out over the water with one hand on the chain. For some time nothing happened. The sea came up the wall, and thought better of it, and came up again.

She was waiting, she told me afterwards, for it to make up its mind. “You do not take the top and you do not take the bottom,” she said. “You watch until you know what it means to do.”

Then she said the number. She said it again on each step, on the way up, as she has for fifty years. At the top a young man from the survey stood ready with a tablet to receive it. She walked past him to the bench, sat down, took the notebook out of its bread bag, and wrote it in the book.
`;

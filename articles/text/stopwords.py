"""Words so common that a question may do without them. They stay in the index: a phrase needs them."""

GERMAN = """
aber alle allem allen aller alles als also am an ander andere anderem anderen anderer auch auf aus bei beim bin bis bist
da damit dann das dass dein deine dem den denn der des dich die dies diese diesem diesen dieser dieses dir doch dort du
durch ein eine einem einen einer eines er es etwas euch euer für gegen gewesen hab habe haben hat hatte hatten hier hin
ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in indem ins ist ja jede jedem jeden jeder jedes jetzt kann kein keine
keinem keinen keiner können könnte machen man mein meine mich mir mit muss nach nicht noch nun nur ob oder ohne sehr
sein seine seinem seinen seiner sich sie sind so soll sollte über um und uns unser unter vom von vor war waren warum was
weil welche welcher wenn wer werde werden wie wieder will wir wird wo worden wurde wurden zu zum zur zwar zwischen
"""
ENGLISH = """
a about after all also an and any are as at be been but by can could did do does for from had has have he her him his
how i if in into is it its just me more my no not of on or our out over she should so some than that the their them then
there these they this those to up was we were what when where which who why will with would you your
"""
ASKING = """
wann warum was welche welchem welchen welcher welches wem wen wer weshalb wessen wie wieso wieviel wieviele wo wobei
wodurch wofür wogegen woher wohin womit wonach woran worauf woraus worin worum worüber wovon wovor wozu
how what when where which who whom whose why
"""
IN_QUESTIONS = "gab gibt heißen heißt hieß nannte nennt genannt viel viele vielen does\n"
_VERBS = """
bedeutet bedeutete braucht brauchte entsteht entstand erkennt findet fand finden funktioniert geht ging gehen gilt galt
gelten kommt kam kommen lautet liegt lag liegen macht machte nimmt nahm nehmen passiert sieht steht stand stehen
unterscheidet unterschied versteht eigentlich überhaupt means happens come comes came take takes took
"""
QUESTION_VERBS = frozenset(_VERBS.split())
"""Of a question in a sentence ("Was bedeutet …?") they say how it is asked, not what about; elsewhere they count."""
INTERROGATIVES = frozenset(ASKING.split())
STOPWORDS = frozenset(word.casefold() for word in (GERMAN + ENGLISH + ASKING + IN_QUESTIONS).split())

"""Sentences with places for names, from which labelled texts are made. `<A family>` is to be linked to person A,
`<!A family>` only looks like it. A and B are known to the archive, C and D share A's family name, U is unknown, N bears
the very name of A; `{A office}` is an office A holds. One a line."""

POSITIVE = """
<A full> hat am Montag in Marburg gesprochen. Danach nahm <A family> noch Fragen an.
Der Vorschlag kommt von <A full>. Die Fraktion folgte <A familys> Rat.
<A fulls> Auftritt dauerte keine zehn Minuten; auf <A familys> Rede warteten viele vergeblich.
{A office} <A full> hat die Pläne verteidigt. „Es bleibt dabei“, sagte <A family> am Abend.
{A office} <A family> will im Herbst entscheiden. Noch sei, so <A family>, nichts beschlossen.
Aus der Umgebung von {A office} <A family> hieß es, die Reise sei verschoben.
<A full> und <B full> trafen sich zum Gespräch. Während <A family> schwieg, gab <B family> Auskunft.
Im Streit <A family>/<B family> vermittelt nun der Ausschuss; <A full> und <B full> haben zugesagt.
Die <A family>-Regierung steht vor dem Ende. <A full> hatte um Vertrauen gebeten.
Ein <A family>-Vertrauter bestätigte den Plan, <A full> selbst war nicht zu erreichen.
Am <A family>-Besuch gab es Kritik. <A full> kam mit leeren Händen.
Zu Gast war <A full>. Nach dem <A family>-Interview gingen Hunderte Zuschriften ein.
<A caps> VOR DEM AUSSCHUSS: Was <A full> verschwieg.
STREIT UM <A familycaps>. Der Rückhalt für <A full> schwindet.
Auf der Liste steht <A reversed>, gleich dahinter <B reversed>.
Gezeichnet ist der Brief mit „<A initial>“. Im Haus gilt <A full> als Urheber.
Prof. Dr. <A full> hält den Festvortrag, Dr. <A family> lehrt in Kiel.
„<A family> hat recht“, rief jemand. Gemeint war <A full>, der neben der Tür saß.
Es blieb, wie <A full> gesagt hatte: Ohne Geld kein Umbau. Auch <A family> weiß das.
Der frühere {A office} <A full> kehrt zurück. <A family> zieht es ins Ehrenamt.
<A soft> saß in der ersten Reihe, <A familysoft> notierte jedes Wort.
„Das wird teuer“, warnte <A full> (Mitte). Neben <A family>: zwei Berater.
Die Delegation um <A full> landete spät. <A family> ließ sich entschuldigen, <A familys> Sprecher auch nicht.
Wer <A full> kennt, wundert sich nicht. <A family> meidet Kameras.
Für <A full>, den Gastgeber, war es ein guter Tag. Gegen <A family> stimmte niemand.
Man habe <A full> eingeladen, teilte der Verein mit. Von <A family> kam eine Absage.
Schon 2009 stritt {A office} <A full> mit <B full>. Heute lobt <A family> die Arbeit von <B family>.
Im Saal: <A full>, <B full> und viele andere. <A family> ging als Erster.
Es sprachen {A office} <A family> und {B office} <B family>.
Wie {A office} <A full> mitteilte, bleibt die Grenze offen; für <A familys> Partei ist das ein Erfolg.
Die Zeitung zitiert <A full> mit den Worten: „Niemand hat gefragt.“ Bei <A full> fragte auch niemand nach.
<A full>: Wir haben verstanden. Trotzdem bleibt <A family> im Amt.
Mit <A full> an der Spitze gewann die Liste. Ohne <A family> wäre sie gescheitert.
<A alias> heißt in anderen Zeitungen anders, gemeint ist <A full>.
"""

NEGATIVE = """
Die Baustelle reicht vom Bahnhof bis zur <!A givenfamilydash>-Straße. Dort staut sich der Verkehr.
Gefördert wird die Arbeit von der <!A givenfamilydash>-Stiftung in Bonn.
Am <!A givenfamilydash>-Gymnasium beginnt der Unterricht später, am <!A familyonly>-Platz wird gebaut.
Das Forschungsschiff „<!A full>“ hat den Hafen verlassen. Die Besatzung bleibt drei Monate.
Der Frachter <!A full> lief vor Borkum auf Grund.
Die <!A full> Stiftung vergibt zehn Stipendien.
Die Firma <!A full> baut die Halle, das Autohaus <!A familyonly> zahlt den Zaun.
Der Metzger <!U full> verkauft seinen Laden. <!U family> will reisen.
Bäckermeister <!Z withfamily> zieht um. <!A familyonly> backt seit 30 Jahren.
Die Schülerin <!Z withfamily> gewann den Lauf; Trainerin der Staffel ist <!U full>.
Trainer <!Z withfamily> lobte die Mannschaft. Er habe, sagte <!A familyonly>, nichts zu klagen.
Neben <A full> saß <!Z withfamily>. Verwandt sind die beiden nicht.
In der <!A givenfamilydash>-Halle sprach <B full>. Der Beifall für <B family> war lang.
Vor dem <!A familyonly>-Denkmal legte <B full> einen Kranz nieder.
Das <!A familyonly>-Gesetz gilt seit 1998, die <!A familyonly>-Rente wurde nie beschlossen.
Familie <!A familyonly> wohnt seit Jahren im Haus.
"""

WORDS = """
Auf dem Markt gab es <!W word> und Rüben, dazu frisches Brot aus dem Ofen.
Der <!W word> war schon von weitem zu sehen. Niemand fragte danach.
Im <!W word> sieht der Verein einen guten Anfang, im Rest eher nicht.
Nach <!W word> fährt kein Bus mehr, auch der letzte Zug ist fort.
Die Gäste bestellten <!W word>. Das Lokal war voll bis auf den letzten Platz.
<!W word> ist teurer geworden, meldet das Amt.
{W office} <W family> widersprach. Das Geld fehle, sagte <W family>.
<W full> war da. Für <W family> zählt nur das Ergebnis, sagte {W office} <W family>.
"""

HOMONYMS = """
{A office} <A full> hat zugesagt. Mit <A family> rechnet man am Freitag.
Ein Gespräch mit <A full>, {A office}: <A family> spricht über Fehler.
{A office} <A family> kam zu spät. Man habe gewartet, sagte <A family>.
{A office} <A family> traf {C office} <C family>. Am Ende stimmten beide zu.
Am Rand der Sitzung wurde <!A full> gesehen. Mehr ist nicht bekannt.
{A office} <A family> und der Pförtner reden täglich. So hält es <A family> seit langem.
Nach {A office} <A full> sprach {C office} <C full>.
Dort steht <!A familyonly> an der Tafel, mehr nicht.
"""

TIMES = """
{A office} <A full> hat zugesagt. Mit <A family> rechnet man am Freitag.
{A office} <A family> kam zu spät. Man habe gewartet, sagte <A family>.
Es bleibe dabei, sagte <A full>, {A office} des Landes.
"""

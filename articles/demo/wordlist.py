"""German words and word parts, out of which vocabulary.py composes tens of thousands of word forms. Data only."""

# ruff: noqa: SIM905 - words are easier to read, and to add, in running lines

# In the order of their frequency in newspapers: they stand for about 45 in 100 words of a running text.
FUNCTION_WORDS = """
die der und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass
sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
man sein wurde sei sagte kann gegen schon wenn habe seine ihre dann unter wir soll ich eines Jahr zwei Jahren
diese dieser wieder keine Uhr seiner worden will zwischen immer Millionen was hatte sehr doch jetzt ohne da alle
können müssen muss ab ihm ihr ihren seit beim gibt viele etwa drei weil nun hier sondern neue gut heute waren damit
bereits seinen ihn bin dabei weiter rund ganz wegen beiden unserer uns denn mehrere erst jedoch während allerdings
vom sowie jeder selbst gestern einige vielen anderen allem diesem dort kein jedem wo nie wer ob also zudem eher
""".split()

# Singular/plural/as the first part of a compound.
NOUNS = """
Stadt/Städte/Stadt Land/Länder/Landes Haus/Häuser/Haus Straße/Straßen/Straßen Brücke/Brücken/Brücken
Fluss/Flüsse/Fluss
Wasser/Wasser/Wasser Weg/Wege/Wege Platz/Plätze/Platz Markt/Märkte/Markt Rat/Räte/Rats Amt/Ämter/Amts
Schule/Schulen/Schul Lehrer/Lehrer/Lehrer Kind/Kinder/Kinder Jugend/Jugenden/Jugend Familie/Familien/Familien
Mann/Männer/Männer Frau/Frauen/Frauen Mensch/Menschen/Menschen Bürger/Bürger/Bürger
Arbeit/Arbeiten/Arbeits Betrieb/Betriebe/Betriebs Werk/Werke/Werks Fabrik/Fabriken/Fabrik Handel/Händel/Handels
Geld/Gelder/Geld Preis/Preise/Preis Steuer/Steuern/Steuer Kosten/Kosten/Kosten Summe/Summen/Summen
Bank/Banken/Banken Kredit/Kredite/Kredit Zins/Zinsen/Zins Gewinn/Gewinne/Gewinn Verlust/Verluste/Verlust
Wald/Wälder/Wald Baum/Bäume/Baum Feld/Felder/Feld Wiese/Wiesen/Wiesen Garten/Gärten/Garten Hof/Höfe/Hof
Tier/Tiere/Tier Hund/Hunde/Hunde Pferd/Pferde/Pferde Vogel/Vögel/Vogel Fisch/Fische/Fisch Biene/Bienen/Bienen
Sonne/Sonnen/Sonnen Regen/Regen/Regen Wind/Winde/Wind Sturm/Stürme/Sturm Schnee/Schnee/Schnee Frost/Fröste/Frost
Sommer/Sommer/Sommer Winter/Winter/Winter Herbst/Herbste/Herbst Monat/Monate/Monats Woche/Wochen/Wochen
Tag/Tage/Tages Nacht/Nächte/Nacht Morgen/Morgen/Morgen Abend/Abende/Abend Stunde/Stunden/Stunden
Zeit/Zeiten/Zeit Jahrgang/Jahrgänge/Jahrgangs Zukunft/Zukünfte/Zukunfts Frieden/Frieden/Friedens Krieg/Kriege/Kriegs
Wahl/Wahlen/Wahl Partei/Parteien/Partei Stimme/Stimmen/Stimm Gesetz/Gesetze/Gesetzes Recht/Rechte/Rechts
Gericht/Gerichte/Gerichts Richter/Richter/Richter Urteil/Urteile/Urteils Strafe/Strafen/Straf Zeuge/Zeugen/Zeugen
Polizei/Polizeien/Polizei Feuer/Feuer/Feuer Wehr/Wehren/Wehr Unfall/Unfälle/Unfall Brand/Brände/Brand
Rettung/Rettungen/Rettungs Hilfe/Hilfen/Hilfs Gefahr/Gefahren/Gefahren Schaden/Schäden/Schadens Not/Nöte/Not
Arzt/Ärzte/Ärzte Klinik/Kliniken/Klinik Pflege/Pflegen/Pflege Kranker/Kranke/Kranken
Gesundheit/Gesundheiten/Gesundheits
Medizin/Medizinen/Medizin Impfung/Impfungen/Impf Labor/Labore/Labor Forschung/Forschungen/Forschungs
Wissen/Wissen/Wissens Studie/Studien/Studien Technik/Techniken/Technik Maschine/Maschinen/Maschinen
Rechner/Rechner/Rechner Netz/Netze/Netz Daten/Daten/Daten Strom/Ströme/Strom Energie/Energien/Energie
Wärme/Wärmen/Wärme Kraft/Kräfte/Kraft Gas/Gase/Gas Kohle/Kohlen/Kohle Öl/Öle/Öl Stahl/Stähle/Stahl
Bau/Bauten/Bau Bauer/Bauern/Bauern Mauer/Mauern/Mauer Dach/Dächer/Dach Fenster/Fenster/Fenster Tür/Türen/Tür
Turm/Türme/Turm Kirche/Kirchen/Kirchen Dom/Dome/Dom Schloss/Schlösser/Schloss Burg/Burgen/Burg
Denkmal/Denkmäler/Denkmal
Museum/Museen/Museums Theater/Theater/Theater Bühne/Bühnen/Bühnen Musik/Musiken/Musik Konzert/Konzerte/Konzert
Chor/Chöre/Chor Lied/Lieder/Lieder Bild/Bilder/Bilder Kunst/Künste/Kunst Buch/Bücher/Bücher Film/Filme/Film
Zeitung/Zeitungen/Zeitungs Brief/Briefe/Brief Wort/Worte/Wort Sprache/Sprachen/Sprach Gespräch/Gespräche/Gesprächs
Spiel/Spiele/Spiel Sport/Sporte/Sport Ball/Bälle/Ball Tor/Tore/Tor Sieg/Siege/Sieges
Niederlage/Niederlagen/Niederlagen
Trainer/Trainer/Trainer Verein/Vereine/Vereins Mannschaft/Mannschaften/Mannschafts Liga/Ligen/Liga Pokal/Pokale/Pokal
Saison/Saisons/Saison Runde/Runden/Runden Läufer/Läufer/Läufer Rad/Räder/Rad Auto/Autos/Auto Bus/Busse/Bus
Bahn/Bahnen/Bahn Zug/Züge/Zug Gleis/Gleise/Gleis Verkehr/Verkehre/Verkehrs Fahrt/Fahrten/Fahrt Reise/Reisen/Reise
Flug/Flüge/Flug Hafen/Häfen/Hafen Schiff/Schiffe/Schiffs Boot/Boote/Boots Ufer/Ufer/Ufer Deich/Deiche/Deich
Flut/Fluten/Flut Pegel/Pegel/Pegel Quelle/Quellen/Quell See/Seen/See Insel/Inseln/Insel Küste/Küsten/Küsten
Berg/Berge/Berg Tal/Täler/Tal Stein/Steine/Stein Sand/Sande/Sand Boden/Böden/Boden Acker/Äcker/Acker
Ernte/Ernten/Ernte Korn/Körner/Korn Milch/Milche/Milch Brot/Brote/Brot Wein/Weine/Wein
Bier/Biere/Bier Küche/Küchen/Küchen Tisch/Tische/Tisch Zimmer/Zimmer/Zimmer Wohnung/Wohnungen/Wohnungs
Miete/Mieten/Miet Mieter/Mieter/Mieter Nachbar/Nachbarn/Nachbar Gast/Gäste/Gäste Wirt/Wirte/Wirts Hotel/Hotels/Hotel
Laden/Läden/Laden Kunde/Kunden/Kunden Ware/Waren/Waren Firma/Firmen/Firmen Chef/Chefs/Chef Leiter/Leiter/Leiter
Leitung/Leitungen/Leitungs Minister/Minister/Minister Kanzler/Kanzler/Kanzler Regierung/Regierungen/Regierungs
Staat/Staaten/Staats Bund/Bünde/Bundes Kreis/Kreise/Kreis Bezirk/Bezirke/Bezirks Dorf/Dörfer/Dorf Grenze/Grenzen/Grenz
Zoll/Zölle/Zoll Vertrag/Verträge/Vertrags Plan/Pläne/Plan Ziel/Ziele/Ziel Streit/Streite/Streit Kritik/Kritiken/Kritik
Frage/Fragen/Frage Antwort/Antworten/Antwort Grund/Gründe/Grund Folge/Folgen/Folge Fehler/Fehler/Fehler
Beispiel/Beispiele/Beispiel Zahl/Zahlen/Zahlen Meter/Meter/Meter Menge/Mengen/Mengen Hälfte/Hälften/Hälfte
Gruppe/Gruppen/Gruppen Kommission/Kommissionen/Kommissions Ausschuss/Ausschüsse/Ausschuss Sitzung/Sitzungen/Sitzungs
Antrag/Anträge/Antrags Entscheidung/Entscheidungen/Entscheidungs Beschluss/Beschlüsse/Beschluss
Mehrheit/Mehrheiten/Mehrheits
Verwaltung/Verwaltungen/Verwaltungs Behörde/Behörden/Behörden Dienst/Dienste/Dienst Beruf/Berufe/Berufs
Lohn/Löhne/Lohn Rente/Renten/Renten Versicherung/Versicherungen/Versicherungs Kasse/Kassen/Kassen
Gewerkschaft/Gewerkschaften/Gewerkschafts
Streik/Streiks/Streik Schicht/Schichten/Schicht Halle/Hallen/Hallen Werkstatt/Werkstätten/Werkstatt
Meister/Meister/Meister Schüler/Schüler/Schüler Klasse/Klassen/Klassen Prüfung/Prüfungen/Prüfungs
Studium/Studien/Studien
Universität/Universitäten/Universitäts Bildung/Bildungen/Bildungs Erziehung/Erziehungen/Erziehungs Glück/Glücke/Glücks
Liebe/Lieben/Liebes Leben/Leben/Lebens Alter/Alter/Alters Geburt/Geburten/Geburts Hochzeit/Hochzeiten/Hochzeits
Fest/Feste/Fest Feier/Feiern/Feier Glocke/Glocken/Glocken Licht/Lichter/Licht Farbe/Farben/Farb Klima/Klimata/Klima
Umwelt/Umwelten/Umwelt Natur/Naturen/Natur Schutz/Schütze/Schutz Müll/Mülle/Müll Abfall/Abfälle/Abfall Luft/Lüfte/Luft
Lärm/Lärme/Lärm Karte/Karten/Karten Schlüssel/Schlüssel/Schlüssel Kamera/Kameras/Kamera Telefon/Telefone/Telefon
Nachricht/Nachrichten/Nachrichten Meldung/Meldungen/Melde Bericht/Berichte/Berichts Sendung/Sendungen/Sende
Verlag/Verlage/Verlags Autor/Autoren/Autoren Leser/Leser/Leser Künstler/Künstler/Künstler Sänger/Sänger/Sänger
""".split()

# Stems of regular verbs.
VERBS = """
arbeit bau brauch dank deck dien dreh druck eröffn erzähl fehl feier folg forder fühl führ glaub grab grenz grüß
handel
heil hoff hol hör kämpf kauf klag klär koch kost kürz lach läut leb leg lehr leist leit lern lieb lob lös mach mal
meld
merk miet mein mess nutz öffn ordn pack pfleg plan prüf rechn rechtfertig red regel reich reinig reis rett richt rück
ruf säg sammel schenk schick schild schmerz schüttel schütz setz sicher sorg spar spend spiel spür stärk stell steuer
stimm stopp stör straf streich such suggerier tank tausch teil tracht träum trenn üb wander wart wechsel weck
wehr weiger wend werb wert wider wink wirk wohn wünsch zahl zähl zeig zieh zweifel zwing demonstrier diskutier
finanzier
investier kontrollier kritisier modernisier organisier produzier protestier reagier regier renovier sanier studier
""".split()
VERB_PREFIXES = "ver be ent er ab an auf aus ein vor um über unter durch nach weiter zurück zusammen mit".split()

# Stems to which the endings of adjectives are added.
ADJECTIVES = """
groß klein neu alt jung lang kurz hoh tief breit schmal schnell langsam stark schwach hell dunkl warm kalt heiß kühl
gut schlecht schön hässlich reich arm teur billig leicht schwer früh spät nah fern offen voll leer fest lose frei
deutsch europäisch französisch englisch russisch amerikanisch städtisch ländlich kommunal staatlich öffentlich privat
politisch wirtschaftlich sozial rechtlich technisch kulturell sportlich geschichtlich gesundheitlich wissenschaftlich
künftig ehemalig heutig gestrig jährlich monatlich täglich wöchentlich nördlich südlich östlich westlich mittler
wichtig nötig möglich sicher gefährlich deutlich klar richtig falsch ernst froh traurig still laut ruhig heftig
erfolgreich vergeblich freiwillig ehrenamtlich zuständig verantwortlich bekannt beliebt umstritten gemeinsam einzig
verschieden ähnlich gleich eigen fremd selten häufig ständig plötzlich endgültig vorläufig zusätzlich insgesamt
grün rot blau gelb weiß schwarz grau braun rund eckig glatt rau nass trocken sauber schmutzig frisch faul reif
ganz halb viert fünft sechst zehnt erst zweit dritt letzt nächst weiter besser größer kleiner höher niedriger
""".split()
ADJECTIVE_ENDINGS = ("e", "en", "er", "es", "em")
ADJECTIVE_SUFFIXES = ("los", "frei", "reich", "fähig", "weit", "nah", "arm")

FIRST_NAMES = """
Adele Agnes Albrecht Alma Amina Andreas Anja Anton Arne Astrid August Aylin Barbara Bastian Beate Benno Bernd Bettina
Birgit Björn Bruno Carla Carsten Cem Charlotte Christa Clemens Cornelia Dagmar Daniel Dennis Dilek Dirk Dora Eberhard
Edith Elif Elke Elsa Emil Emre Erich Erika Eva Fabian Falk Fatih Felix Finn Frank Franziska Frauke Friedrich Georg
Gerda Gesine Gisela Gregor Gudrun Gustav Hakan Hanna Hannelore Hans Heike Heinz Helga Henning Herta Hilde Holger Ida
Ines Inga Irina Isabel Iwan Jakob Jana Jasmin Jelena Jens Jochen Johanna Jörg Josef Judith Julian Jürgen Kai Karin
Karl Käthe Katja Kerstin Kilian Klara Klaus Konrad Kurt Lars Laura Lena Leon Liesel Lorenz Ludwig Lutz Magda Malte
Manfred Mareike Margot Mario Marlies Martha Martin Mathilde Max Mehmet Melanie Merle Michael Mira Moritz Nadine Nele
Nico Nils Nora Olaf Olga Oskar Otto Paula Peter Petra Philipp Ralf Ramona Regina Renate Rita Robert Rosa Rudolf Ruth
Sabine Samuel Sara Sebastian Selma Sigrid Silke Simon Sofia Stefan Susanne Sven Tanja Theo Thomas Tilo Tim Toni Ulf
Ursula Ute Uwe Valentin Vera Veronika Viktor Volker Walter Wanda Werner Wilma Wolf Yasmin Yusuf Zeynep
""".split()
FAMILY_STEMS = """
Ahl Alten Ams Anger Arn Asch Bach Bal Bar Basse Baum Beck Ben Berg Bien Birk Blum Bock Bohn Born Brack Brand Breit
Brink
Broch Brun Buch Burg Busch Dahl Dam Deich Diel Dorn Drey Eber Eck Ehr Eich Eisen Elber Engel Erl Esch Falken Fels Fink
Fisch Flach Forst Frei Fried Fuchs Fürst Gabel Gehr Ger Gold Gott Graf Grim Groß Grün Haber Hagen Hahn Halb Ham Hart
Hasel Hecht Heid Heim Held Hell Herr Herz Hilde Hirsch Hoch Hohl Holl Holz Horn Huber Im Jäger Jung Kalt Kamp Karl
Kemp
Kers Kessel Kirch Klee Klein Kling Klos Knob Kohl Kopp Korn Krahn Kranz Krum Kuhl Kupfer Lager Land Lang Lauter Lehm
Licht Lieb Lind Loch Lohr Lüder Luft Mai Mar Maus Meer Mer Mittel Mohr Moos Mühl Münz Nach Neu Nieder Nord Nuss
Ober Oden Oster Otten Pagen Peters Pfeil Platt Pohl Pracht Quell Raben Rad Rau Reb Reh Reich Rein Ried Ring Rohr Rosen
Roth
Rühl Saal Sand Sau Schell Schild Schön Schwarz See Seel Sieb Silber Sommer Specht Spiel Stahl Stark Stein Stern Stock
Strauch Stroh Sund Tannen Teich Thal Tief Traut Uhl Ulm Veil Vogel Voll Wacker Wald Wall Wasser Weber Wehr Weid Wein
Weiß Wend Wert Wester Wied Wild Wind Winter Wirt Witt Wolf Wulf Zander Zeller Zettel Ziegel Zimmer Zoll Zorn
""".split()
FAMILY_ENDINGS = "mann berg feld hoff ner meier hausen bach stedt kamp ing hagen brink wald müller".split()

# Desk: the desks below it.
DESKS = {
    "Politik": ("Bund", "Land und Kreis"),
    "Ausland": ("Europa", "Welt"),
    "Wirtschaft": ("Unternehmen", "Geld und Märkte"),
    "Lokales": ("Innenstadt", "Stadtteile", "Umland"),
    "Kultur": ("Bühne", "Literatur"),
    "Sport": ("Fußball", "Weitere Sportarten"),
    "Wissenschaft": ("Medizin", "Technik"),
    "Gesellschaft": ("Bildung", "Familie"),
    "Medien": (),
    "Reise": (),
    "Meinung": (),
    "Panorama": (),
}
PLACES = "Altenmoor Birkenhain Dornheim Eschenrode Falkenried Grünlau Hohenvelm Kaltenbuch Lindenau Ostheide".split()

/** What each warning means for a reader, in Dutch: [what was found, what it does to the conclusion]. */
import type { WarningCode } from '../../../core/warning.ts'
import { comparabilityWarnings } from './comparability-warnings.ts'

export const warnings: Record<WarningCode, readonly [string, string]> = {
  ...comparabilityWarnings,
  unknown_code: [
    'Er staan antwoordcodes in het bestand die nergens zijn beschreven.',
    'Deze antwoorden tellen als ontbrekend, nooit als ‘niet eenzaam’.',
  ],
  unusable_weight: ['Sommige records hebben geen bruikbaar gewicht.', 'Deze records tellen nergens mee.'],
  unweighted: [
    'Deze meting heeft geen gewichten.',
    'De cijfers gelden voor de respondenten en niet zonder meer voor de bevolking.',
  ],
  missing_age: [
    'Van sommige mensen is de leeftijd onbekend.',
    'Zij tellen niet mee in cijfers naar leeftijd.',
  ],
  implausible_age: ['Sommige leeftijden kunnen niet kloppen.', 'Deze leeftijden tellen als onbekend.'],
  missing_sex: [
    'Van sommige mensen is het geslacht onbekend.',
    'Zij tellen niet mee in cijfers naar geslacht.',
  ],
  duplicate_records: [
    'Sommige mensen staan meer dan eens in het bestand.',
    'Waar het onderzoek van iedereen één record houdt, is het meest volledige gebruikt; anders tellen alle mee.',
  ],
  encoding_guessed: [
    'De tekencodering van het bestand is afgeleid uit de inhoud.',
    'Namen kunnen verkeerd gespeld zijn; de cijfers veranderen er niet door.',
  ],
  stratum_from_municipality: [
    'Het bestand heeft geen kolom met strata; de gemeente is als stratum gebruikt.',
    'De intervallen kunnen iets te breed of te smal zijn.',
  ],
  no_stratum: ['Het bestand heeft geen kolom met strata.', 'De intervallen zijn dan meestal iets te breed.'],
  lonely_psu: [
    'Er zijn strata met maar één eenheid.',
    'Hun bijdrage aan de onzekerheid volgt uit een afspraak; zie Zo is gerekend.',
  ],
  empty_domain: ['Een gevraagde groep komt niet voor in de gegevens.', 'Voor deze groep is er geen cijfer.'],
  no_df: [
    'Een groep is te klein om de onzekerheid te berekenen.',
    'Het interval ontbreekt; het cijfer is niet te beoordelen.',
  ],
  standard_skipped: [
    'Een standaardbevolking past niet bij de leeftijdsgrenzen van een groep, of een groep heeft te weinig deelnemers.',
    'Voor die groep is niet naar deze standaard gestandaardiseerd.',
  ],
  cells_collapsed: [
    'Kleine leeftijdsgroepen zijn samengevoegd voor de standaardisatie.',
    'Dezelfde samenvoeging geldt voor alle metingen, zodat zij vergelijkbaar blijven.',
  ],
  standard_sensitive: [
    'De uitkomst verschilt tussen standaardbevolkingen.',
    'Het oordeel hangt af van de gekozen standaard en is daardoor minder zeker.',
  ],
  no_residual_df: [
    'Er zijn precies twee metingen van vóór het programma.',
    'Of de ontwikkeling toen een rechte lijn was, is niet te toetsen.',
  ],
  continuation_unattainable: [
    'De metingen zijn te onzeker om aan te tonen dat de trend doorzet.',
    'Géén trendbreuk aantonen is met deze gegevens niet mogelijk.',
  ],
  approx_variance: [
    'De onzekerheid is afgeleid uit gepubliceerde cijfers en niet uit de antwoorden zelf.',
    'De intervallen zijn een benadering.',
  ],
  rounded_figures: [
    'Sommige gepubliceerde cijfers zijn afgerond.',
    'Door de afronding is een klein verschil tussen metingen niet te zien. In de onzekerheid is daarmee gerekend.',
  ],
  design_effect_unknown: [
    'Van gepubliceerde cijfers is wel het aantal respondenten bekend, maar niet hoe de steekproef is getrokken.',
    'De intervallen zijn berekend alsof iedereen evenveel kans had om mee te doen. Zij zijn daardoor waarschijnlijk te smal.',
  ],
  no_variance: [
    'Bij sommige gepubliceerde cijfers staat geen interval en geen aantal respondenten.',
    'Deze cijfers zijn getoond zonder interval. Er is geen verandering, trend of trendbreuk mee berekend.',
  ],
  model_estimate: [
    'Sommige cijfers zijn geschat met een model (SMAP) en niet gemeten in een steekproef.',
    'Zij staan apart. Er is geen verandering, trend of trendbreuk mee berekend en zij tellen niet mee in het oordeel.',
  ],
  panel_covariance_missing: [
    'Dezelfde mensen deden vaker mee, en van een van de metingen zijn alleen gepubliceerde cijfers bekend.',
    'Hoe sterk hun antwoorden samenhangen is dan onbekend. Daarom is geen verandering, trend of trendbreuk berekend.',
  ],
  age_floor_unknown: [
    'Bij gepubliceerde cijfers over alle respondenten is niet gezegd vanaf welke leeftijd zij gelden.',
    'Deze cijfers zijn niet met andere metingen vergeleken.',
  ],
  suppressed: [
    'Sommige cijfers zijn niet getoond.',
    'Er waren te weinig respondenten, of het cijfer was te onzeker.',
  ],
  synthetic: ['De gegevens zijn synthetisch.', 'De cijfers zeggen niets over echte mensen.'],
  labels_reversed: [
    'De antwoordcodes lopen omgekeerd ten opzichte van hun beschrijving.',
    'Controleer de codering voordat u deze cijfers gebruikt.',
  ],
  sub_scale_cutoff: [
    'Voor emotionele en sociale eenzaamheid zijn verschillende grenzen in omloop.',
    'Vergelijk deze cijfers alleen met publicaties die dezelfde grens gebruiken.',
  ],
  missing_answers: [
    'Een groot deel van de mensen liet vragen onbeantwoord.',
    'Als zij eenzamer of minder eenzaam zijn, klopt het cijfer niet helemaal.',
  ],
  unknown_category: [
    'Een gepubliceerde tabel bevat codes die nergens worden beschreven.',
    'Die groepen zijn niet gebruikt als hun betekenis niet vaststaat.',
  ],
  missing_part: [
    'Van een gepubliceerde tabel ontbreken begeleidende bestanden.',
    'De cijfers zijn gebruikt; omschrijvingen kunnen ontbreken.',
  ],
  length_unknown: [
    'Een SPSS-bestand zegt niet hoeveel records het hoort te hebben.',
    'Of het volledig is, valt niet na te gaan.',
  ],
  probably_cut_off: [
    'Een gepubliceerde tabel is waarschijnlijk niet volledig.',
    'Groepen of jaren kunnen ontbreken.',
  ],
  duplicate_column: [
    'In een gepubliceerde tabel komen namen van kolommen meer dan eens voor.',
    'Kolommen die niet te onderscheiden zijn, zijn niet gebruikt.',
  ],
  duplicate_observation: [
    'In een gepubliceerde tabel komen cellen meer dan eens voor.',
    'Cellen die niet te onderscheiden zijn, zijn niet gebruikt.',
  ],
  telephone_six_items: [
    'Een deel van de mensen is telefonisch ondervraagd, met zes van de elf vragen.',
    'Zij hebben geen score en tellen in het cijfer niet mee.',
  ],
  telephone_included: [
    'Een deel van de mensen is telefonisch ondervraagd.',
    'Aan de telefoon antwoorden mensen niet altijd als in een gesprek thuis; een deel van een verschil kan daardoor komen.',
  ],
  person_not_found: [
    'Sommige mensen komen niet voor in het bestand met achtergrondkenmerken.',
    'Hun leeftijd of geslacht is onbekend; zij tellen niet mee in cijfers daarnaar.',
  ],
  age_computed: [
    'Van sommige mensen is de leeftijd berekend uit het geboortejaar.',
    'Deze leeftijden kunnen een jaar te hoog of te laag zijn.',
  ],
  implausible_date: ['Sommige interviewdatums kunnen niet kloppen.', 'Deze datums tellen als onbekend.'],
  date_assumed: [
    'De interviewdatum is genomen uit de enige datum in de bestanden.',
    'Is dat een andere datum, dan klopt de plaats van de meting in de tijd niet.',
  ],
  ambiguous_code: [
    'Een code in het bestand betekent zowel de hoogste score als geen interview.',
    'Alleen wat zeker een score is, telt mee; de andere gelden als ontbrekend.',
  ],
  codes_not_documented: [
    'Van deze meting is geen openbare lijst met codes.',
    'Aangenomen is dat de codes zijn als bij de andere metingen.',
  ],
  residence_at_baseline: [
    'De gemeente is de woonplaats bij het eerste interview.',
    'Wie sindsdien is verhuisd, telt mee in de vroegere gemeente.',
  ],
  degrees_by_size: [
    'In een tabel van het CBS staan codes zonder omschrijving voor ‘niet’ en ‘enigszins’ eenzaam.',
    'Zij zijn uit elkaar gehouden aan hun omvang: in elke uitgave is de meerderheid niet eenzaam.',
  ],
  rule_not_verified: [
    'Van dit onderzoek is niet openbaar hoe het met ontbrekende antwoorden omgaat.',
    'Gerekend is volgens de handleiding van de schaal: ten hoogste één vraag zonder antwoord. Dat is niet geverifieerd.',
  ],
  missing_rule_change: [
    'De metingen verschillen in hoeveel antwoorden mogen ontbreken.',
    'Een klein deel van een verschil kan daardoor komen; scoor alle metingen uit de losse vragen.',
  ],
  scores_delivered: [
    'De scores van deze meting zijn door de bronhouder gemaakt, niet uit de antwoorden berekend.',
    'Hoeveel antwoorden mogen ontbreken is de regel van de bronhouder; de kwaliteit van de schaal is niet te geven.',
  ],
  scores_differ: [
    'De scores uit de antwoorden wijken bij sommige mensen af van de scores in het bestand.',
    'De berekende scores zijn gebruikt; vraag de bronhouder naar het verschil.',
  ],
  wave_contradicted: [
    'Het bestand noemt een ander jaar dan het onderzoek.',
    'Als het verkeerde bestand bij deze meting staat, kloppen de cijfers niet.',
  ],
  weight_doubtful: [
    'De gebruikte gewichten horen mogelijk bij andere vragen of een ander jaar.',
    'Dan gelden de cijfers niet voor de bevolking.',
  ],
  age_classes: [
    'Het bestand heeft leeftijdsklassen, niet de leeftijd in jaren.',
    'Alleen cijfers voor groepen die uit deze klassen bestaan, zijn gegeven.',
  ],
  missing_identity: [
    'Bij sommige records staat niet van wie ze zijn.',
    'Wie daarbij dubbel voorkomt, telt dubbel mee.',
  ],
}

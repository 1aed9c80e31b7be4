/** The answer and the key messages in Dutch, in short sentences that most people can read. */
export const messages = {
  heading: 'Hoofdpunten',
  question: 'Is er een trendbreuk?',
  /** the answer, by the overall verdict */
  answers: {
    trend_break_confirmed: 'Ja, de trend is gebroken.',
    trend_break_indicated: 'Er zijn aanwijzingen dat de trend is gebroken, maar nog geen bevestiging.',
    break_shown_not_attributable:
      'Er is een trendbreuk te zien, maar die is niet aan het programma toe te schrijven.',
    conflicting: 'Dat is niet te zeggen. De onderzoeken spreken elkaar tegen.',
    no_trend_break: 'Nee, er is geen trendbreuk.',
    worsened: 'Nee. Het percentage is hoger dan de trend liet verwachten.',
    worsened_coinciding_with_period_shock:
      'Nee. Het percentage is hoger dan de trend liet verwachten, in een bijzondere periode.',
    not_determinable_at_margin: 'Dat is met deze gegevens niet vast te stellen.',
    interim_right_direction:
      'Dat is nog niet te bepalen. Andere onderzoeken wijzen voorlopig op minder eenzaamheid dan verwacht.',
    interim_wrong_direction:
      'Dat is nog niet te bepalen. Andere onderzoeken wijzen voorlopig op meer eenzaamheid dan verwacht.',
    interim_conflicting: 'Dat is nog niet te bepalen. Andere onderzoeken spreken elkaar tegen.',
    not_yet_determinable: 'Dat is nog niet te bepalen.',
  },
  noVerdict: 'Dat is met deze gegevens niet te bepalen.',
  delta: (at: string, people: string, is: string, way: string, size: string, between: string) =>
    `In ${at} lag het percentage ${people} dat ${is} is ${size} ${way} dan de trend van vóór het programma liet verwachten (${between}).`,
  deltaNone: (at: string, people: string, is: string, size: string, between: string) =>
    `Het percentage ${people} dat ${is} is verschilde in ${at} afgerond ${size} van wat de trend van vóór het programma liet verwachten (${between}).`,
  corrected: 'In deze vergelijking is gecorrigeerd voor veranderingen in leeftijd en geslacht.',
  classes: {
    'turnaround/from_rise': 'Vóór het programma steeg het percentage. Nu daalt het.',
    'turnaround/from_level':
      'Vóór het programma was er geen duidelijke stijging of daling. Nu daalt het percentage.',
    turnaround: 'Het percentage daalt nu.',
    faster_decline: 'Het percentage daalde al. Nu daalt het sneller.',
    'flattening/flat': 'Het percentage bleef ongeveer gelijk, terwijl een hoger percentage werd verwacht.',
    'flattening/slower_rise': 'Het percentage stijgt nog, maar minder snel dan verwacht.',
    'flattening/direction_undetermined': 'Of het percentage zelf stijgt of daalt, is niet vast te stellen.',
    flattening: 'De ontwikkeling is gunstiger dan verwacht.',
    'continuation/of_decline': 'De daling van vóór het programma gaat door. Dat telt niet als trendbreuk.',
    'continuation/of_rise': 'De stijging van vóór het programma gaat door.',
    'continuation/of_level': 'Er was geen duidelijke stijging of daling, en dat bleef zo.',
    continuation: 'De trend van vóór het programma gaat door.',
    acceleration: 'De ontwikkeling is ongunstiger dan vóór het programma.',
    'acceleration/faster_rise': 'De ontwikkeling is ongunstiger dan vóór het programma.',
    unfavourable_reversal: 'Vóór het programma daalde het percentage. Die daling zet niet door.',
    inconclusive:
      'Dat betekent niet dat er niets is veranderd. De onzekerheid is te groot om een trendbreuk aan te tonen of uit te sluiten.',
    not_assessable: '',
  } as Record<string, string>,
  strong: (margin: string) =>
    `Het bewijs is sterk: het verschil is met grote zekerheid groter dan ${margin}, de grens die vooraf is gekozen.`,
  moderate: (margin: string) =>
    `Het bewijs is matig: er is een verschil, maar het is niet zeker dat het groter is dan ${margin}, de grens die vooraf is gekozen.`,
  equivalent: (margin: string) =>
    `Het verschil is met grote zekerheid kleiner dan ${margin}, de grens die vooraf is gekozen.`,
  cannotShowContinuation:
    'Met deze metingen is het ook niet mogelijk om aan te tonen dat er géén trendbreuk is: daarvoor zijn ze te onzeker.',
  shock: (label: string) =>
    `De meting viel in een bijzondere periode (${label}). Een verschil is daarom niet aan het programma toe te schrijven.`,
  someShock: 'een schok in de samenleving',
  notRobust:
    'Het oordeel is gevoelig: het houdt geen stand als de trend ook zonder programma iets was omgebogen.',
  /** what a reader must bear in mind with the break, by its flag */
  flags: {
    published: 'De reeks bevat gepubliceerde cijfers. De antwoorden zelf zijn niet beschikbaar.',
    rounded: 'Gepubliceerde cijfers zijn afgerond. Daardoor is een klein verschil niet te zien.',
    approx_variance: 'De onzekerheid van gepubliceerde cijfers is benaderd.',
    pretrend_nonlinear:
      'De metingen vóór het programma liggen niet goed op een rechte lijn. De verwachting is daardoor minder zeker.',
    too_early:
      'De meting is van minder dan een jaar na het begin van het programma. Voor een oordeel is dat vroeg.',
    short_pre_period:
      'De metingen vóór het programma liggen dicht bij elkaar in de tijd. De lijn is daardoor onzeker.',
    extrapolation_leverage: 'De lijn is ver doorgetrokken voorbij de metingen waarop zij rust.',
    expected_outside_unit_interval:
      'De rechte lijn komt uit onder 0 of boven 100 procent. Daar beschrijft zij de ontwikkeling niet goed meer.',
    logit_forced: 'De lijn is berekend op de logit-schaal, omdat het percentage dicht bij 0 of 100 ligt.',
    tau_estimated: 'De schommeling tussen metingen is geschat uit de metingen vóór het programma.',
    mode_change: 'De manier van ondervragen is veranderd. Dat kan een deel van het verschil verklaren.',
    standard_sensitive: 'Het oordeel verandert met de bevolking waarnaar is gestandaardiseerd.',
    no_residual_df:
      'Met twee metingen vóór het programma is niet te toetsen of de ontwikkeling toen een rechte lijn was. Dat is aangenomen.',
  } as Record<string, string>,
  reasons: {
    fewer_than_two_pre_waves: (pre: number) =>
      pre === 0
        ? 'Er is geen meting van vóór het programma. Voor een trend zijn er minstens twee nodig.'
        : 'Er is maar één meting van vóór het programma. Voor een trend zijn er minstens twee nodig.',
    no_post_wave: () => 'Er is nog geen meting van ná het begin van het programma.',
    instrument_or_mode_break: () =>
      'De vragen of de manier van ondervragen zijn veranderd. Daardoor zijn de metingen niet te vergelijken.',
    fewer_than_min_pre_waves: (pre: number) =>
      `Er zijn ${pre} metingen van vóór het programma. Vooraf is vastgelegd dat er meer nodig zijn.`,
    assessed_wave_not_post: () =>
      'De meting waarover het oordeel moet gaan, is niet van ná het begin van het programma.',
    duplicate_times: () => 'Twee metingen vallen op hetzelfde moment.',
    post_wave_before_last_pre_wave: () =>
      'De meting waarover het oordeel moet gaan, ligt vóór een meting die als eerdere meting telt.',
    logit_of_zero_or_one: () =>
      'Een percentage is 0 of 100. Op de gekozen schaal is daarmee niet te rekenen.',
    no_variance: () =>
      'Van een van de metingen is niet bekend hoe onzeker zij is. Daarmee is geen trendbreuk te berekenen.',
    assessed_wave_absent: () => 'De meting waarover het oordeel moet gaan, heeft dit cijfer niet.',
    panel_covariance_missing: () =>
      'Dezelfde mensen deden vaker mee, en van een meting zijn alleen gepubliceerde cijfers bekend. Dan is een trendbreuk niet te berekenen.',
    singular_covariance: () => 'De onzekerheid van de metingen is niet te bepalen.',
    suppressed: () => 'Te weinig mensen deden mee om het cijfer te mogen of kunnen tonen.',
  } as Record<string, (pre: number) => string>,
  otherReason: 'De metingen zijn hiervoor niet geschikt.',
  noBreak: 'Er is geen reeks van metingen waarop de vraag kan worden beantwoord.',
  prevalence: (at: string, people: string, is: string, percent: string, between: string) =>
    `In ${at} was ${percent} van de ${people} ${is} (${between}).`,
  number: (number: string, between: string) => `Dat zijn naar schatting ${number} mensen (${between}).`,
  modelled: (at: string, people: string, is: string, percent: string) =>
    `Een model schat dat in ${at} ${percent} van de ${people} ${is} was. Dat is geen meting.`,
  hidden: (at: string, people: string, is: string) =>
    `Het percentage ${people} dat in ${at} ${is} was, is niet getoond: te weinig mensen deden mee om het te mogen of kunnen tonen.`,
  changeUp: (from: string, size: string, between: string) =>
    `Sinds ${from} is het percentage gestegen met ${size} (${between}).`,
  changeDown: (from: string, size: string, between: string) =>
    `Sinds ${from} is het percentage gedaald met ${size} (${between}).`,
  changeHint: (from: string, direction: string, size: string, between: string) =>
    `Sinds ${from} lijkt het percentage ${direction} met ${size} (${between}). Er zijn meer metingen met elkaar vergeleken; daardoor kan dit ook toeval zijn.`,
  risen: 'gestegen',
  fallen: 'gedaald',
  changeUnknown: (from: string, between: string) =>
    `Of het percentage sinds ${from} is veranderd, is niet vast te stellen. Het verschil ligt ${between}.`,
  changeUncertain: (from: string) =>
    `Of het percentage sinds ${from} is veranderd, is niet vast te stellen. De onzekerheid van de cijfers is niet bekend.`,
  changeHidden: (from: string) => `De verandering sinds ${from} is niet getoond.`,
  ageing: {
    up: (from: string, size: string, between: string) =>
      `Sinds ${from} is de groep anders samengesteld naar leeftijd en geslacht. Dat alleen verhoogde het percentage met ${size} (${between}).`,
    down: (from: string, size: string, between: string) =>
      `Sinds ${from} is de groep anders samengesteld naar leeftijd en geslacht. Dat alleen verlaagde het percentage met ${size} (${between}).`,
    unknown: (from: string, between: string) =>
      `Of de samenstelling naar leeftijd en geslacht sinds ${from} het percentage heeft veranderd, is niet vast te stellen. Het effect ligt ${between}.`,
  },
  people: {
    more: (at: string, from: string, people: string, is: string, number: string, between: string) =>
      `In ${at} waren naar schatting ${number} méér ${people} ${is} dan in ${from} (${between}).`,
    fewer: (at: string, from: string, people: string, is: string, number: string, between: string) =>
      `In ${at} waren naar schatting ${number} minder ${people} ${is} dan in ${from} (${between}).`,
    unknown: (at: string, from: string, people: string, is: string, between: string) =>
      `Of in ${at} meer of minder ${people} ${is} waren dan in ${from}, is niet vast te stellen. Het verschil ligt ${between}.`,
    growth: (people: string, number: string) =>
      `Door de groei van het aantal ${people} kwamen er ${number} bij.`,
    shrinkage: (people: string, number: string) =>
      `Doordat het aantal ${people} kleiner werd, gingen er ${number} af.`,
  },
}

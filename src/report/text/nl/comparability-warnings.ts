/** What stands between two waves or two studies being compared, in Dutch: [what was found, what it does to the conclusion]. */
import type { WarningCode } from '../../../core/warning.ts'

export const comparabilityWarnings = {
  period_shock: [
    'Een meting valt in een bijzondere periode.',
    'Een verschil is niet aan het programma toe te schrijven.',
  ],
  covid_period: [
    'De meting viel in de coronaperiode (voorjaar 2020 tot en met 2022).',
    'Beperkingen in die tijd kunnen het cijfer hebben veranderd.',
  ],
  mode_change: [
    'De wijze van ondervragen verschilt tussen metingen.',
    'Schriftelijk of online geven mensen meer eenzaamheid op dan mondeling; een deel van een verschil kan daardoor komen.',
  ],
  instrument_change: [
    'Er zijn verschillende vragenlijsten gebruikt.',
    'Niveaus zijn niet vergelijkbaar; vergelijk alleen de richting.',
  ],
  instruments_differ: [
    'De onderzoeken gebruiken verschillende vragenlijsten.',
    'Niveaus zijn niet vergelijkbaar; vergelijk alleen de richting. Zij staan nooit samen op één as.',
  ],
  cutoff_change: [
    'Er zijn verschillende grenzen gebruikt voor wie eenzaam heet.',
    'Cijfers met verschillende grenzen zijn niet vergelijkbaar.',
  ],
  cutoffs_differ: [
    'De onderzoeken leggen de grens voor ‘ernstig’ of ‘sterk’ eenzaam niet op dezelfde plaats.',
    'Lees bij elk cijfer welke grens erbij hoort; vergelijk de percentages niet met elkaar.',
  ],
  population_differs: [
    'Niet elke meting gaat over dezelfde leeftijden of dezelfde bevolking.',
    'Vergelijk alleen leeftijden die in elke meting voorkomen.',
  ],
  private_households_only: [
    'Alleen zelfstandig wonende mensen zijn ondervraagd.',
    'Mensen in instellingen ontbreken. Dat telt het zwaarst boven de 90 jaar.',
  ],
  ggd_part_only: [
    'In deze meting komt eenzaamheid alleen uit het GGD-deel van de Gezondheidsmonitor.',
    'De steekproef is anders dan in eerdere metingen.',
  ],
  regional_only: [
    'Het onderzoek gaat over een deel van Nederland.',
    'De cijfers zijn niet zonder meer geldig voor het hele land.',
  ],
  panel_as_independent: [
    'Dezelfde mensen doen aan meer metingen mee, maar er is gerekend alsof het steeds anderen zijn.',
    'De onzekerheid van een verandering klopt daardoor niet; meestal is zij te groot.',
  ],
  boundaries_changed: [
    'Sommige gemeenten komen in de ene meting wel voor en in de andere niet.',
    'Door herindeling kan een gemeente een ander gebied zijn geworden. De cijfers zijn niet omgerekend.',
  ],
  provisional: ['De gegevens zijn voorlopig.', 'De cijfers kunnen nog veranderen.'],
  weight_change: [
    'De gewichten verschillen van soort tussen metingen.',
    'Een deel van een verschil kan door de weging komen.',
  ],
  few_waves: [
    'Er zijn minder dan vijf metingen.',
    'Voor een trendpijl zijn er te weinig. Over de trendbreuk zegt dit niets.',
  ],
  wave_overdue: [
    'Een geplande meting is er nog niet, terwijl zij er al had moeten zijn.',
    'De uitkomst kan nog veranderen als deze meting er is.',
  ],
} as const satisfies Partial<Record<WarningCode, readonly [string, string]>>

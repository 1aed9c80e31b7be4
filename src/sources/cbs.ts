/**
 * CBS Sociale samenhang & Welzijn: microdata by declared columns, from 2017.
 *
 * Six items of De Jong Gierveld, people of 15 and older, answers ja, min of
 * meer, nee. The names of the variables and the codes in the microdata are not
 * public: the study file says them, or value labels do. Emotionally and socially
 * lonely count from a sub-scale score of 1; `subscaleCutoff: 3` is "sterk", as
 * CBS publishes it. Before 2017 CBS asked another scale, which is refused.
 * A national sample: files without a municipality give no tables by it.
 *
 * Source: CBS (2018), Het meten van eenzaamheid; StatLine 85766NED.
 */
import { MICRODATA } from './microdata.ts'
import type { Profile } from './profile.ts'

export const CBS: Profile = { ...MICRODATA, id: 'cbs', mayLack: ['municipality'] }

# Invented LASA files as they arrive (one .sav per topic and wave), and what R makes of them.
# SYNTHETIC: nobody was interviewed. Makes ../fixtures/lasa/*.sav and lasa.json.
# Run in this folder: Rscript lasa.R
suppressPackageStartupMessages({ library(haven); library(survey); library(jsonlite) })
options(survey.lonely.psu = "adjust", digits = 17)
set.seed(1992)
out <- file.path("..", "fixtures", "lasa")
unlink(list.files(out, full.names = TRUE)); dir.create(out, showWarnings = FALSE)
emotional <- c(2, 3, 5, 6, 9, 10); social <- c(1, 4, 7, 8, 11); short <- c(3, 4, 7, 8, 9, 10)

# ---- people: a panel of 420 (B, H), fresh samples for 3B and MB, two in H whom no background file knows
person <- function(n, from, sample, born) data.frame(respnr = from + seq_len(n), sample = sample,
  birth = as.Date(paste0(sample(born, n, TRUE), "-01-01")) + sample(0:364, n, TRUE), sex = 1 + rbinom(n, 1, .55), u = rnorm(n))
people <- rbind(person(420, 100000, 1, 1908:1937), person(90, 300000, 3, 1948:1957), person(60, 400000, NA, 1948:1957))
unknown <- data.frame(respnr = c(999001, 999002), sample = NA, birth = as.Date(NA), sex = NA, u = 0)
days <- function(n, from, to) as.Date(from) + sample(0:as.integer(as.Date(to) - as.Date(from)), n, TRUE)
first <- people[people$sample %in% 1, ]
B <- first[sort(sample(420, 380)), ]; B$date <- days(nrow(B), "1992-09-15", "1993-10-15")
alive <- first[sort(sample(420, 170)), ]
phone <- alive$respnr %in% sample(alive$respnr, 45); both <- alive$respnr %in% sample(alive$respnr[phone], 5)
H <- rbind(alive[!phone | both, ], unknown); H$date <- days(nrow(H), "2011-10-03", "2012-09-28"); H$date[is.na(H$birth)] <- NA
T <- alive[phone, ]; T$date <- days(nrow(T), "2011-11-01", "2012-10-12"); T$date[T$respnr %in% H$respnr] <- H$date[match(T$respnr[T$respnr %in% H$respnr], H$respnr)]
B3 <- people[people$sample %in% 3, ]; B3$date <- days(90, "2012-10-08", "2013-10-11")
MB <- people[is.na(people$sample), ]; MB$date <- days(60, "2013-11-04", "2014-09-19")

answers <- function(d, shift) {
  a <- sapply(1:11, function(i) {
    p <- plogis(-1 + shift + 1.1 * d$u + rnorm(nrow(d), 0, .8) - .4 * (i == 10)); r <- runif(nrow(d))
    code <- ifelse(r < .5 * p, 3, ifelse(r < p, 2, 1)); if (i %in% social) code <- 4 - code   # 1 no, 2 more or less, 3 yes
    ifelse(runif(nrow(d)) < .02, -1, code)
  })
  a[runif(nrow(d)) < .02, ] <- -3; a[runif(nrow(d)) < .01, ] <- -4
  colnames(a) <- paste0("lo", 1:11); a
}
item <- function(x, label) labelled(as.numeric(x), c("refusal/skip by interviewer" = -4, "not asked (interview terminated/skip)" = -3, "no answer" = -1,
                                                     no = 1, "more-or-less" = 2, yes = 3), label = label)
save <- function(d, name) { attr(d[[1]], "label") <- "respondent number (synthetic, invented)"; path <- file.path(out, name)
  write_sav(d, path, compress = if (grepl("Z008", name)) "zsav" else "byte"); bytes <- readBin(path, "raw", file.size(path))    # haven leaves the file label empty, and writes the time
  bytes[93:109] <- charToRaw("24 Nov 2600:00:00"); bytes[110:173] <- charToRaw(sprintf("%-64s", "Synthetic LASA file: invented answers, nobody was interviewed"))
  writeBin(bytes, path) }
as_file <- function(respnr, a, prefix, key = "respnr") { d <- as.data.frame(a)
  d[] <- lapply(seq_along(d), function(i) item(d[[i]], paste("synthetic item", names(d)[i]))); names(d) <- paste0(prefix, names(d))
  d <- cbind(setNames(data.frame(respnr), key), d); names(d)[1] <- key; d }

aB <- answers(B, 0); aH <- answers(H, .3); aT <- answers(T, .2); aT <- aT[, short]; colnames(aT) <- paste0("trlo", short)
a3 <- answers(B3, 0); aM <- answers(MB, .8)
aH[4, 2] <- 9; aH[7, 5] <- NA                       # a code nobody declared, and a blank
wB <- as_file(B$respnr, aB, "b"); wB$blo_mode <- labelled(rep(1, nrow(B)), c(computer = 1, "paper-and-pencil" = 2)); save(wB, "LASAB073.SAV")
wH <- as_file(H$respnr, aH, "H", "RespNr"); names(wH) <- sub("^Hlo", "HLO", names(wH)); wH$hlosom <- item(rep(2, nrow(H)), "sometimes feel lonely"); save(wH, "lasah073.sav")
wT <- as_file(sprintf("%06d", T$respnr), aT, "h"); save(wT, "LASAH712.sav")             # respnr as text
save(as_file(B3$respnr, a3, "b"), "LAS3B073.sav")
save(as_file(MB$respnr, aM, "b", "RESPNR"), "LasMB073.Sav")

# ---- LASA's own scores: one missing allowed in B, two in H; one per sub-scale in both
lonely <- function(a) { a <- as.matrix(a); a[is.na(a) | a < 1 | a > 3] <- NA; n <- as.integer(sub("\\D+", "", colnames(a)))
  l <- a; for (j in seq_along(n)) l[, j] <- if (n[j] %in% social) a[, j] <= 2 else a[, j] >= 2
  colnames(l) <- n; l }
count <- function(l, items, allowed) { l <- l[, colnames(l) %in% items, drop = FALSE]; ifelse(rowSums(is.na(l)) <= allowed, rowSums(l, na.rm = TRUE), NA) }
delivered <- function(a, allowed, code) { l <- lonely(a); x <- data.frame(lo = count(l, 1:11, allowed), loemo = count(l, emotional, 1), losoc = count(l, social, 1))
  x$lo[is.na(x$lo)] <- code; x$loemo[is.na(x$loemo)] <- -1; x$losoc[is.na(x$losoc)] <- -1; x }
sB <- delivered(aB, 1, -2); sH <- delivered(aH, 2, -1)
sB[1:6, ] <- data.frame(lo = -4, loemo = c(6, 6, 6, 7, 8, 9), losoc = c(6, 6, 6, 7, 8, 9))  # unit nonresponse
fB <- data.frame(respnr = B$respnr, blo = sB$lo, bloemo = labelled(sB$loemo, c("short version" = -5, ">1 missing items" = -1, "no loneliness" = 0, "severe loneliness" = 6, "proxy (unit nonresponse)" = 7, "phone (unit nonresponse)" = 8, "born <=1907|>1937" = 9)), blosoc = sB$losoc)
save(fB, "LASAB273.sav")
save(data.frame(respnr = H$respnr, hlo = labelled(sH$lo, c(">2 missing items" = -1, "no loneliness" = 0, "severe loneliness" = 11)), hloemo = sH$loemo, hlosoc = sH$losoc), "LASAH273.sav")

# ---- background: sex and birth year, ages and dates of each wave, municipality at several moments of life
byear <- as.integer(format(people$birth, "%Y"))
save(data.frame(respnr = people$respnr, sex = labelled(people$sex, c(male = 1, female = 2)), byear = byear), "LASAZ004.sav")
spss <- function(x) { s <- ifelse(is.na(x), -2, (as.numeric(x) + 141428) * 86400); attr(s, "format.spss") <- "EDATE10"; s }   # -2 shows as 03.10.1582
age_at <- function(d) as.integer(floor(as.numeric(d$date - d$birth) / 365.25))
z <- data.frame(RespNr = people$respnr); at <- function(d, x) x[match(people$respnr, d$respnr)]
base <- rbind(B, B3, MB); z$t2_dat <- spss(at(base, base$date)); z$t4_dat <- spss(rep(as.Date(NA), nrow(z)))
wave8 <- rbind(H, T[!T$respnr %in% H$respnr, ]); z$t8_dat <- spss(at(wave8, wave8$date))
age <- at(base[base$respnr < 4e5, ], age_at(base[base$respnr < 4e5, ])); z$bage <- labelled(as.numeric(ifelse(is.na(age), -2, age)), c("no interview available" = -2))
age <- at(wave8, age_at(wave8)); age[which(!is.na(age))[3]] <- -2; z$hage <- as.numeric(ifelse(is.na(age), -2, age)); save(z, "LASAZ008.SAV")
moves <- rbind(data.frame(respnr = people$respnr, b052record = 1, bMunicipality = 3), data.frame(respnr = people$respnr, b052record = 5, bMunicipality = sample(c(150, 363, 50, -1), nrow(people), TRUE)))
moves$bMunicipality <- labelled(moves$bMunicipality, c("no answer" = -1, Appingedam = 3, Zwolle = 193, Amsterdam = 363)); moves$sample <- people$sample[match(moves$respnr, people$respnr)]
save(moves[order(moves$respnr, moves$b052record), ], "LASAZ052.sav")
writeLines("Synthetic files; not of LASA.", file.path(out, "README.txt")); file.copy(file.path(out, "README.txt"), file.path(out, "LASAI073.csv"))

# ---- what R makes of them
computed <- function(d) { y <- as.integer(format(d$date, "%Y")); t <- y + (as.numeric(format(d$date, "%j")) - 1) / (365 + (y %% 4 == 0)); floor(t - (as.integer(format(d$birth, "%Y")) + .5)) }
ages <- function(d, own) ifelse(own, age_at(d), computed(d))
hage <- z$hage[match(H$respnr, z$RespNr)]; tage <- z$hage[match(T$respnr, z$RespNr)]
rows <- function(wave, d, l, age, mode) data.frame(wave = wave, respnr = d$respnr, sex = d$sex, age = age, mode = mode, date = d$date,
  score = count(l, 1:11, 1), emo = count(l, emotional, 0), soc = count(l, social, 0), score6 = count(l, short, 1),
  lo = NA_real_, loemo = NA_real_, losoc = NA_real_)
sixes <- lonely(aT); only <- !T$respnr %in% H$respnr
full <- function(l) { m <- matrix(NA_real_, nrow(l), 11, dimnames = list(NULL, 1:11)); m[, colnames(l)] <- l; m }
all <- rbind(rows("B", B, lonely(aB), age_at(B), "face-to-face"),
             rows("H", H, lonely(aH), ifelse(hage %in% -2, computed(H), age_at(H)), "face-to-face"),
             rows("H", T[only, ], full(sixes[only, ]), ifelse(tage[only] %in% -2, computed(T[only, ]), age_at(T[only, ])), "telephone"),
             rows("3B", B3, lonely(a3), age_at(B3), "face-to-face"), rows("MB", MB, lonely(aM), computed(MB), "face-to-face"))
own <- function(x, low, high) ifelse(x >= low & x <= high, x, NA)
for (w in c("B", "H")) { s <- if (w == "B") sB else sH; i <- which(all$wave == w & all$mode == "face-to-face")
  all$lo[i] <- own(s$lo, 0, 11); all$loemo[i] <- own(s$loemo, 0, 6); all$losoc[i] <- own(s$losoc, 0, 5) }
all$loemo[all$wave == "B" & is.na(all$lo) & all$loemo %in% 6] <- NA        # 6 without a total of 6 or more is a code, not a score
measure <- function(y, where, whole = rep(TRUE, nrow(all))) { d <- update(svydesign(ids = ~respnr, weights = ~one, data = transform(all, one = 1, y = as.numeric(y))[whole, ]), y = y); i <- where & !is.na(y); b <- svyby(~y, ~wave, d[i[whole], ], svymean, covmat = TRUE)
  p <- coef(b); w <- names(p); V <- if (length(p) > 1) as.matrix(vcov(b)) else matrix(SE(b)^2, 1, 1, dimnames = list(w, w))
  list(estimates = lapply(w, function(k) list(wave = k, value = p[[k]], se = sqrt(V[k, k]), n = sum(i & all$wave == k), events = sum(y[i & all$wave == k]))),
       change = if (all(c("B", "H") %in% w)) list(diff = p[["H"]] - p[["B"]], se = sqrt(V["H", "H"] + V["B", "B"] - 2 * V["B", "H"]), covariance = V["B", "H"])) }
measures <- function(where) list(lonely = measure(all$score >= 3, where), severe = measure(all$score >= 9, where), emotional = measure(all$emo >= 2, where),
  social = measure(all$soc >= 2, where), score = measure(all$score, where), lonely6 = measure(all$score6 >= 2, where),
  delivered = list(lonely = measure(all$lo >= 3, where, own), emotional = measure(all$loemo >= 2, where, own), social = measure(all$losoc >= 2, where, own)))
own <- all$wave %in% c("B", "H")                                          # only these have files with scores
everyone <- rep(TRUE, nrow(all)); old <- all$age >= 75 & !is.na(all$age)
facts <- lapply(split(all, all$wave), function(d) list(records = nrow(d), telephone = sum(d$mode == "telephone"), missingAge = sum(is.na(d$age)),
  missingSex = sum(is.na(d$sex)), fieldwork = as.character(range(d$date, na.rm = TRUE)), ageRange = range(d$age, na.rm = TRUE), meanAge = mean(d$age, na.rm = TRUE)))
write(toJSON(list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey")), haven = as.character(packageVersion("haven")), script = "lasa.R", tolerance = 1e-9),
  waves = facts, personsInBoth = length(intersect(all$respnr[all$wave == "B"], all$respnr[all$wave == "H"])),
  all = measures(everyone), target = measures(old),
  telephone6 = measure(all$score6 >= 2, all$mode == "telephone"), faceToFace6 = measure(all$score6 >= 2, all$mode == "face-to-face"),
  emotionalSixes = list(all = sum(sB$loemo == 6), withoutTotal = sum(sB$loemo == 6 & sB$lo < 6))),
  auto_unbox = TRUE, digits = NA, pretty = 1, na = "null"), "lasa.json")

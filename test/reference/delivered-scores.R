# Expected values for three invented waves of the Gezondheidsmonitor, each delivered in another way:
# 2016 the items, with people in it twice (CBS Remote Access); 2020 the scores; 2022 yes-or-no variables only.
# Makes ../fixtures/gezondheidsmonitor/*.sav and delivered-scores.json. All respondents are invented (synthetic).
# Run in this folder: Rscript delivered-scores.R
suppressPackageStartupMessages({ library(haven); library(survey); library(jsonlite) })
options(survey.lonely.psu = "adjust", digits = 17)
set.seed(1620)
folder <- file.path("..", "fixtures", "gezondheidsmonitor")
emotional <- c(2, 3, 5, 6, 9, 10); social <- c(1, 4, 7, 8, 11)
items <- paste0("GGEEB", 200 + 1:11)
yes_no <- function(x, no, yes, missing) labelled_spss(x, c(setNames(0, no), setNames(1, yes), onbekend = 9), na_values = missing)

invent <- function(n, shift) {
  age <- ifelse(runif(n) < .7, sample(75:97, n, TRUE, prob = dexp(0:22, .08)), sample(19:74, n, TRUE))
  sex <- 1 + rbinom(n, 1, .55)
  town <- sample(c(14, 363, 1680), n, TRUE)
  theta <- rnorm(n, -.4 + shift + .03 * pmax(age - 75, 0) + .1 * (sex == 2), 1.2)
  answers <- sapply(1:11, function(i) {
    p <- plogis(1.5 * (theta - c(-.4, .1, .3, .5, .2, .1, -.2, .2, .3, 1, .4)[i]))
    u <- runif(n)
    code <- ifelse(u < .5 * p, 1, ifelse(u < p, 2, 3))            # 1 ja 2 min of meer 3 nee, loneliness-keyed
    if (i %in% social) code <- 4 - code
    ifelse(runif(n) < .03, 9, code)
  })
  colnames(answers) <- items
  weight <- round(5 * exp(rnorm(n, 0, .4)), 4)
  weight[runif(n) < .02] <- NA; weight[runif(n) < .01] <- 0
  data.frame(age, sex, town, stratum = town * 10 + (age >= 75), weight, answers)
}

score <- function(d) {
  a <- as.matrix(d[items]); a[a == 9] <- NA
  lonely <- a; lonely[, emotional] <- a[, emotional] <= 2; lonely[, social] <- a[, social] >= 2
  d$missing <- rowSums(is.na(a))
  d$total <- ifelse(d$missing <= 1, rowSums(lonely, na.rm = TRUE), NA)
  d$emo <- ifelse(rowSums(is.na(a[, emotional])) == 0, rowSums(lonely[, emotional]), NA)
  d$soc <- ifelse(rowSums(is.na(a[, social])) == 0, rowSums(lonely[, social]), NA)
  d
}

# 2016: items; forty people twice, the second time with other answers missing; 25 delivered totals are not what the items give
d <- invent(640, 0)
d$person <- sprintf("%09d", sample(1e8, nrow(d)))
d$kind <- "R"
again <- d[sample(nrow(d), 40), ]
for (i in seq_len(20)) again[i, sample(items, 3)] <- 9
d$person[5:7] <- ""; d$kind[5:7] <- ""                             # nobody's number: never double
d[sample(which(d$person %in% again$person), 15), sample(items, 2)] <- 9
d <- rbind(d, again)
d <- score(d)
total <- ifelse(is.na(d$total), 99, d$total)
altered <- sample(which(!is.na(d$total) & d$total > 1), 25)
total[altered] <- total[altered] - 1
answer <- function(x) labelled_spss(x, c(Ja = 1, `Min of meer` = 2, Nee = 3, Onbekend = 9), na_values = 9)
gm2016 <- data.frame(RINPERSOONS = d$kind, RINPERSOON = d$person, AGOJB201 = 2016,
  geslacht = labelled(d$sex, c(Man = 1, Vrouw = 2)), LFT0109 = d$age, Gemeentecode = d$town, MIREB201 = 1 + (d$town > 100),
  PrimaireEenheid = d$stratum, ewGGD = d$weight, ewCBSGGD = 7)
for (k in items) gm2016[[k]] <- answer(d[[k]])
gm2016$GGEES203 <- labelled_spss(total, c(onbekend = 99), na_values = 99)
write_sav(gm2016, file.path(folder, "GEZOMONITOR2016V1.SAV"), compress = "byte")
usable <- !is.na(d$weight) & d$weight > 0
key <- ifelse(d$person == "", NA, paste(d$kind, d$person))
rank <- order(d$missing)                                            # stable: ties stay in the order of the file
kept <- rep(FALSE, nrow(d))
for (i in rank[usable[rank]]) if (is.na(key[i]) || !key[i] %in% key[kept]) kept[i] <- TRUE
told <- ifelse(total == 99, NA, total)
facts2016 <- list(records = nrow(d), unusable = sum(!usable), twice = sum(table(key[usable]) > 1),
  leftOut = sum(usable) - sum(kept), unidentified = sum(usable & is.na(key)),
  differ = sum(kept & !is.na(d$total) & !is.na(told) & d$total != told))
one <- d[kept, ]; one$wave <- "2016"

# 2020: the scores, names in small letters
d <- score(invent(600, .2)); d$missing <- NULL
coded <- function(x, na) ifelse(is.na(x), na, x)
gm2020 <- data.frame(volgnummer = seq_len(nrow(d)), aggsa202 = d$sex, lft0109 = d$age, gemeentecode = d$town,
  primaireeenheid = d$stratum, ewggdkern = d$weight, ewcbsggd = 7,
  ggees203 = labelled_spss(coded(d$total, 99), c(onbekend = 99), na_values = 99),
  ggees204 = coded(d$emo, 9), ggees205 = coded(d$soc, 9))
write_sav(gm2020, file.path(folder, "gemon2020.sav"), compress = "none")
two <- d[!is.na(d$weight) & d$weight > 0, ]; two$wave <- "2020"

# 2022: yes or no; GGEES209 is 8 for those who are not lonely, and declared missing
d <- score(invent(600, .3)); d$missing <- NULL
is <- function(x, from) coded(as.numeric(x >= from), 9)
severe <- ifelse(is.na(d$total), 9, ifelse(d$total < 3, 8, as.numeric(d$total >= 9)))
gm2022 <- data.frame(volgnummer = seq_len(nrow(d)), AGOJB201 = 2022, AGGSA202 = d$sex, LFT0109 = d$age,
  GEMEENTECODE = d$town, PrimaireEenheid = d$stratum, ewGGD = d$weight,
  GGEES217 = yes_no(is(d$total, 3), "niet eenzaam", "eenzaam", 9),
  GGEES209 = labelled_spss(severe, c(`matig eenzaam` = 0, `ernstig of zeer ernstig eenzaam` = 1, nvt = 8, onbekend = 9), na_values = c(8, 9)),
  GGEES218 = yes_no(is(d$emo, 3), "niet emotioneel eenzaam", "emotioneel eenzaam", 9),
  GGEES219 = yes_no(is(d$soc, 3), "niet sociaal eenzaam", "sociaal eenzaam", 9))
write_sav(gm2022, file.path(folder, "gm2022.sav"), compress = "zsav")
three <- d[!is.na(d$weight) & d$weight > 0, ]; three$wave <- "2022"

columns <- c("wave", "age", "sex", "stratum", "weight", "total", "emo", "soc")
all <- rbind(one[columns], two[columns], three[columns])
cut <- c(`2016` = 2, `2020` = 2, `2022` = 3)[all$wave]
all$lonely <- all$total >= 3; all$severe <- all$total >= 9; all$very_severe <- all$total == 11
all$emotional <- all$emo >= cut; all$social <- all$soc >= cut; all$score <- all$total
all$ws <- paste(all$wave, all$stratum)
design <- svydesign(ids = ~1, strata = ~ws, weights = ~weight, data = all)

measures <- list(`2016` = c("lonely", "severe", "very_severe", "emotional", "social", "score"),
                 `2020` = c("lonely", "severe", "very_severe", "emotional", "social", "score"),
                 `2022` = c("lonely", "severe", "emotional", "social"))
people <- list(`75+` = quote(age >= 75), `75+ male` = quote(age >= 75 & sex == 1), `75+ female` = quote(age >= 75 & sex == 2),
               `75+ 80-84` = quote(age >= 80 & age <= 84), all = quote(age >= 0))
estimates <- do.call(rbind, lapply(names(measures), function(w) do.call(rbind, lapply(names(people), function(p)
  do.call(rbind, lapply(measures[[w]], function(m) {
    inside <- all$wave == w & eval(people[[p]], all) & !is.na(all[[m]])
    s <- design[inside, ]
    e <- svymean(as.formula(paste0("~as.numeric(", m, ")")), s)
    data.frame(wave = w, people = p, measure = m, n = sum(inside), value = unname(coef(e)), se = unname(SE(e)[1]), df = degf(s))
  }))))))
write_json(list(R = R.version.string, haven = as.character(packageVersion("haven")), survey = as.character(packageVersion("survey")),
  facts2016 = facts2016, estimates = estimates), "delivered-scores.json", digits = 17, auto_unbox = TRUE, pretty = TRUE)

# Expected values for a whole analysis: three invented waves from answers to break.
# Makes ../fixtures/three-waves/<wave>.csv and three-waves.json.
# Run in this folder: Rscript three-waves.R
suppressPackageStartupMessages({ library(survey); library(jsonlite) })
options(survey.lonely.psu = "adjust", digits = 17)
set.seed(311)
waves <- data.frame(wave = c("2012", "2016", "2020"), shift = c(0, .25, .05),
                    from = c("2012-09-01", "2016-09-01", "2020-09-01"), to = c("2012-12-15", "2016-12-15", "2020-12-15"))
towns <- data.frame(gm = c("GM9001", "GM9002", "GM9003", "GM9004"), effect = c(.2, -.3, 0, .1), N = c(9000, 4000, 2500, 6000))
emotional <- c(2, 3, 5, 6, 9, 10); social <- c(1, 4, 7, 8, 11)

invent <- function(w) do.call(rbind, lapply(1:4, function(m) {
  n <- c(520, 380, 300, 420)[m] + 10 * w
  age <- ifelse(runif(n) < .75, sample(75:99, n, TRUE, prob = dexp(0:24, .09)), sample(19:74, n, TRUE))
  sex <- 1 + rbinom(n, 1, .55)
  stratum <- paste0(towns$gm[m], ifelse(age < 75, "-young", "-old"))
  theta <- rnorm(n, -.5 + waves$shift[w] + towns$effect[m] + .03 * pmax(age - 75, 0) + .1 * (sex == 2), 1.2)
  answers <- sapply(1:11, function(i) {
    p <- plogis(1.5 * (theta - c(-.4, .1, .3, .5, .2, .1, -.2, .2, .3, 1, .4)[i]))
    u <- runif(n)
    code <- ifelse(u < .5 * p, 1, ifelse(u < p, 2, 3))          # 1 yes 2 more or less 3 no, loneliness-keyed
    if (i %in% social) code <- 4 - code
    ifelse(runif(n) < .015, 9, code)
  })
  colnames(answers) <- paste0("dj", 1:11)
  weight <- round(towns$N[m] / n * exp(rnorm(n, 0, .35)), 4)
  weight[runif(n) < .003] <- NA
  data.frame(gm = towns$gm[m], stratum, weight, age, sex, answers)
}))

score <- function(d) {
  a <- as.matrix(d[paste0("dj", 1:11)]); a[a == 9] <- NA
  lonely <- a; lonely[, emotional] <- a[, emotional] <= 2; lonely[, social] <- a[, social] >= 2
  missing <- rowSums(is.na(a))
  d$score <- ifelse(missing <= 1, rowSums(lonely, na.rm = TRUE), NA)
  d$emo <- ifelse(rowSums(is.na(a[, emotional])) == 0, rowSums(lonely[, emotional]), NA)
  d$soc <- ifelse(rowSums(is.na(a[, social])) == 0, rowSums(lonely[, social]), NA)
  d$lonely <- d$score >= 3; d$severe <- d$score >= 9; d$very_severe <- d$score == 11
  d$emotional <- d$emo >= 2; d$social <- d$soc >= 2
  d
}
decimal <- function(x) { x <- as.Date(x); y <- as.integer(format(x, "%Y")); start <- as.Date(paste0(y, "-01-01"))
  y + as.numeric(x - start) / as.numeric(as.Date(paste0(y + 1, "-01-01")) - start) }
waves$t <- (decimal(waves$from) + decimal(waves$to)) / 2

data <- lapply(1:3, function(w) {
  d <- invent(w)
  write.csv(d, file.path("..", "fixtures", "three-waves", paste0(waves$wave[w], ".csv")), row.names = FALSE, quote = FALSE, na = "")
  d <- score(d); d$wave <- waves$wave[w]; d
})
cut_at <- function(age, lower) lower[findInterval(age, lower)]
all <- do.call(rbind, data); all$ws <- paste(all$wave, all$stratum)
all$band <- ifelse(all$age >= 75, cut_at(pmax(all$age, 75), c(75, 80, 85, 90)), NA)
all$allband <- cut_at(all$age, c(18, 35, 50, 65, 75, 85))
usable <- all[!is.na(all$weight), ]
design <- svydesign(ids = ~1, strata = ~ws, weights = ~weight, data = usable)

kg <- function(p, v, n, df) { neff <- if (p <= 0 || p >= 1) n else p * (1 - p) / v
  adj <- min(n, neff * (qt(.975, n - 1) / qt(.975, df))^2); x <- adj * p
  c(if (p <= 0) 0 else qbeta(.025, x, adj - x + 1), if (p >= 1) 1 else qbeta(.975, x + 1, adj - x)) }
estimate <- function(where, measure) {
  members <- where & !is.na(usable[[measure]])
  domain <- design[members, ]; y <- usable[[measure]][members]; w <- usable$weight[members]
  n <- sum(members); df <- degf(domain)
  m <- svymean(reformulate(measure), update(domain, y = as.numeric(y)))
  m <- svymean(~y, update(domain, y = as.numeric(y)))
  p <- coef(m)[[1]]; v <- vcov(m)[1, 1]; s2 <- sum(w * (y - p)^2) / sum(w)
  out <- list(value = p, se = sqrt(v), df = df, n = n, nMissing = sum(where) - n, population = sum(w), deff = v * n / s2, neff = s2 / v)
  if (measure == "score") { half <- qt(.975, df) * sqrt(v); return(c(out, list(low = p - half, high = p + half))) }
  l <- log(p / (1 - p)); half <- qt(.975, df) * sqrt(v) / (p * (1 - p)); k <- kg(p, v, n, df)
  c(out, list(events = sum(y), low = plogis(l - half), high = plogis(l + half), reporting = k))
}
measures <- c("lonely", "severe", "emotional", "social", "score")
label <- function(lower, edges) { i <- match(lower, edges); ifelse(i == length(edges), paste0(lower, "+"), paste0(lower, "-", edges[i + 1] - 1)) }
rows <- list()
add <- function(wave, domain, where) for (m in measures) rows[[length(rows) + 1]] <<- c(list(wave = wave, measure = m, domain = domain), estimate(where & usable$wave == wave, m))
for (w in waves$wave) {
  old <- usable$age >= 75
  add(w, list(target = "75+"), old); add(w, list(target = "all"), rep(TRUE, nrow(usable)))
  for (s in 1:2) { sx <- c("male", "female")[s]
    add(w, list(target = "75+", sex = sx), old & usable$sex == s); add(w, list(target = "all", sex = sx), usable$sex == s)
    for (b in c(75, 80, 85, 90)) add(w, list(target = "75+", age = label(b, c(75, 80, 85, 90)), sex = sx), old & usable$sex == s & usable$band %in% b) }
  for (b in c(75, 80, 85, 90)) add(w, list(target = "75+", age = label(b, c(75, 80, 85, 90))), usable$band %in% b)
  for (b in c(18, 35, 50, 65, 75, 85)) add(w, list(target = "all", age = label(b, c(18, 35, 50, 65, 75, 85))), usable$allband == b)
  for (g in towns$gm) { add(w, list(target = "75+", municipality = g), old & usable$gm == g); add(w, list(target = "all", municipality = g), usable$gm == g) }
}

# ---- standardised by the first wave's composition: age x sex, full covariance
cell <- with(usable, ifelse(age >= 75, paste(sprintf("%02d", band), sex), NA)); names_g <- sort(unique(na.omit(cell)))
usable$cell <- cell; design <- update(design, cell = cell)
first <- with(usable[usable$wave == "2012" & !is.na(usable$cell), ], tapply(weight, cell, sum))[names_g]; first <- first / sum(first)
esp <- rep(c(4000, 2500, 1500, 1000), each = 2); esp <- esp / sum(esp)   # 75-79, 80-84, 85-89, 90+; names_g runs band, then sex
standardised <- list(); series <- list()
for (m in c("lonely", "severe", "score")) {
  y <- as.numeric(usable[[m]]); d <- update(design, y = y, wc = ifelse(is.na(usable$cell), NA, paste(usable$wave, usable$cell)))
  d <- d[!is.na(usable$cell) & !is.na(y), ]
  b <- svyby(~y, ~wc, d, svymean, covmat = TRUE); V <- as.matrix(vcov(b)); p <- coef(b)
  for (s in c("first-wave", "esp2013")) { W <- if (s == "first-wave") first else esp
    for (w in waves$wave) { i <- match(paste(w, names_g), names(p)); v <- c(t(W) %*% V[i, i] %*% W); est <- sum(W * p[i])
      df <- degf(d[usable$wave[!is.na(usable$cell) & !is.na(y)] == w, ])
      standardised[[length(standardised) + 1]] <- list(wave = w, measure = m, standard = s, value = est, se = sqrt(v), df = df)
      series[[paste(m, s)]] <- rbind(series[[paste(m, s)]], c(p = est, v = v, df = df)) } }
}
for (m in c("lonely", "severe")) for (w in waves$wave) { r <- Filter(function(r) r$wave == w && r$measure == m && identical(r$domain, list(target = "75+")), rows)[[1]]
  series[[paste(m, "crude")]] <- rbind(series[[paste(m, "crude")]], c(p = r$value, v = r$se^2, df = r$df)) }

# ---- changes, line, break
tau <- .005; margin <- .02; t <- waves$t; z <- qnorm(.975)
breaks <- list(); changes <- list(); trends <- list()
for (key in names(series)) { if (startsWith(key, "score")) next
  s <- series[[key]]; p <- s[, "p"]; v <- s[, "v"]; df <- s[, "df"]; pv <- c(); first_change <- length(changes) + 1
  for (ab in list(c(1, 2), c(1, 3), c(2, 3))) { a <- ab[1]; b <- ab[2]; d <- p[b] - p[a]; se <- sqrt(v[a] + v[b])
    f <- (v[a] + v[b])^2 / (v[a]^2 / df[a] + v[b]^2 / df[b]); pval <- 2 * pt(-abs(d / se), f); pv <- c(pv, pval)
    changes[[length(changes) + 1]] <- list(series = key, from = waves$wave[a], to = waves$wave[b], diff = d, se = se, df = f, p = pval, ci95 = d + c(-1, 1) * qt(.975, f) * se) }
  for (i in 1:3) changes[[first_change + i - 1]]$pHolm <- p.adjust(pv, "holm")[i]
  w <- 1 / v; tb <- sum(w * t) / sum(w); pb <- sum(w * p) / sum(w); slope <- sum(w * (t - tb) * p) / sum(w * (t - tb)^2)
  Q <- sum(w * (p - pb - slope * (t - tb))^2)
  trends[[length(trends) + 1]] <- list(series = key, slope = slope, se = 1 / sqrt(sum(w * (t - tb)^2)), Q = Q, pQ = pchisq(Q, 1, lower.tail = FALSE), omnibus = sum(w * (p - pb)^2))
  l <- c((t[2] - t[3]) / (t[2] - t[1]), (t[3] - t[1]) / (t[2] - t[1])); delta <- p[3] - sum(l * p[1:2])
  se <- sqrt(v[3] + tau^2 + sum(l^2 * (v[1:2] + tau^2)))
  # state, direction and class in the words of the method paper
  within <- function(ci) ci[1] > -margin && ci[2] < margin
  ci <- function(x, se, level) x + c(-1, 1) * qnorm(1 - (1 - level) / 2) * se
  d95 <- ci(delta, se, .95); d90 <- ci(delta, se, .90)
  state <- if (d95[2] < -margin) "favourable_relevant" else if (d95[1] > margin) "unfavourable_relevant" else if (within(d90)) "equivalent" else
    if (d95[2] < 0) "favourable" else if (d95[1] > 0) "unfavourable" else "inconclusive"
  o <- p[3] - p[2]; so <- sqrt(v[3] + v[2] + 2 * tau^2)
  direction <- if (within(ci(o, so, .90))) "flat" else if (ci(o, so, .95)[2] < 0) "down" else if (ci(o, so, .95)[1] > 0) "up" else "undetermined"
  ps <- ci((p[2] - p[1]) / (t[2] - t[1]), sqrt(v[1] + v[2] + 2 * tau^2) / (t[2] - t[1]), .95)
  pre <- if (ps[1] > 0) "rising" else if (ps[2] < 0) "falling" else "not_distinguishable"
  favourable <- startsWith(state, "favourable"); unfavourable <- startsWith(state, "unfavourable")
  class <- if (favourable && direction == "down") (if (pre == "falling") "faster_decline" else "turnaround") else if (favourable) "flattening" else
    if (state == "equivalent") "continuation" else if (unfavourable) (if (pre == "falling") "unfavourable_reversal" else "acceleration") else "inconclusive"
  breaks[[length(breaks) + 1]] <- list(series = key, class = class, breakState = state, direction = direction, pre = pre, delta = delta, se = se, ci95 = delta + c(-1, 1) * z * se, ci90 = delta + c(-1, 1) * qnorm(.95) * se, expected = sum(l * p[1:2]), mde80 = (z + qnorm(.8)) * se) }

out <- list(meta = list(R = R.version.string, survey = as.character(packageVersion("survey")), script = "three-waves.R", tolerance = 1e-9),
            waves = waves, estimates = rows, standardised = standardised, changes = changes, trends = trends, breaks = breaks)
write(toJSON(out, auto_unbox = TRUE, digits = NA, pretty = 1), "three-waves.json")

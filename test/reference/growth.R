# Mixed models of invented panels: random intercept and slope, a fit on the edge, and people seen twice at most.
# Needs R with lme4, survey and jsonlite; writes growth.json. Run in this folder: Rscript growth.R
suppressMessages({library(lme4); library(survey); library(jsonlite)})
set.seed(75)
panel <- function(n, visits, sd0, sd1, rho, sde) {
  id <- rep(seq_len(n), each = visits)
  age <- rep(round(runif(n, 70, 88), 1), each = visits) + rep(3 * (seq_len(visits) - 1), n)
  female <- rbinom(n, 1, .57)[id]
  z0 <- rnorm(n); z1 <- rho * z0 + sqrt(1 - rho^2) * rnorm(n); a <- (age - 80) / 10
  score <- pmin(11, pmax(0, round(3 + .8 * a + .4 * female + sd0 * z0[id] + sd1 * z1[id] * a + rnorm(n * visits, 0, sde))))
  keep <- runif(n * visits) < .8
  data.frame(id, age, female, score, time = rep(2000 + 3 * (seq_len(visits) - 1), n))[keep, ]
}
control <- lmerControl(optimizer = "bobyqa", optCtrl = list(rhobeg = .1, rhoend = 1e-9), check.nobs.vs.nRE = "ignore", calc.derivs = FALSE)
fitted <- function(d, formula) {
  f <- suppressMessages(lmer(formula, d, REML = TRUE, control = control)); v <- VarCorr(f)$id
  list(beta = unname(fixef(f)), se = unname(sqrt(diag(as.matrix(vcov(f))))), varIntercept = v[1, 1],
    varSlope = if (nrow(v) == 2) v[2, 2] else NA, cov = if (nrow(v) == 2) v[1, 2] else NA,
    residVar = sigma(f)^2, remlCrit = REMLcrit(f), singular = isSingular(f))
}
split <- function(d) {
  d$mean <- ave(d$a, d$id); d$own <- d$a - d$mean
  f <- lmer(score ~ own + mean + female + (1 | id), d, control = control); V <- as.matrix(vcov(f))
  w <- lm(score ~ factor(id) + a, d)
  list(beta = unname(fixef(f)), se = unname(sqrt(diag(V))), difference = unname(fixef(f)[3] - fixef(f)[2]),
    seDifference = sqrt(V[2, 2] + V[3, 3] - 2 * V[2, 3]), fixedEffects = unname(coef(w)["a"]),
    seFixedEffects = coef(summary(w))["a", 2], dfFixedEffects = w$df.residual)
}
first_singular <- function() repeat {
  d <- panel(30, 4, 1.5, 0, 0, 1.5); d$a <- (d$age - 80) / 10
  if (fitted(d, score ~ a + female + (a | id))$singular) return(d)
}
identity <- function(d) {
  f <- svyglm(score ~ age + time + female, svydesign(ids = ~id, weights = ~1, data = d))
  w <- coef(summary(lm(score ~ factor(id) + age, d)))["age", ]
  list(longitudinal = unname(w[1:2]), crossSectional = unname(c(coef(f)["age"], SE(f)["age"])),
    timeLag = unname(c(coef(f)["time"], SE(f)["time"])))
}
cases <- list(
  slope = panel(60, 5, 1.6, 1.2, .3, 1.2),
  edge = first_singular(),
  twice = panel(50, 2, 1.7, 0, 0, 1.2))
out <- lapply(names(cases), function(name) {
  d <- cases[[name]]; d$a <- (d$age - 80) / 10
  c(list(id = name, records = d[c("id", "age", "female", "score", "time")]),
    if (name != "twice") list(correlated = fitted(d, score ~ a + female + (a | id))),
    list(intercept = fitted(d, score ~ a + female + (1 | id)), withinBetween = split(d), identity = identity(d)))
})
meta <- list(R = R.version.string, lme4 = as.character(packageVersion("lme4")), survey = as.character(packageVersion("survey")), script = "growth.R", data = "invented")
write_json(list(meta = meta, cases = out), "growth.json", digits = NA, auto_unbox = TRUE, dataframe = "values")

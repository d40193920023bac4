# Works out in R what the product works out by itself, and stores it for agreement.test.ts. Run in this folder:
#   Rscript agreement.R
# Needs base R and clubSandwich (Debian: r-base-core r-cran-clubsandwich). Written without looking at the product's
# algebra: every estimate is a plain lm(), every lot and every draw is fitted anew.
suppressMessages(library(clubSandwich))
set.seed(20261123)

panel <- function(teams, weeks, covered, start, missing, weights, effect) {
  rows <- expand.grid(week = weeks, team = seq_len(teams))
  noise <- as.vector(sapply(seq_len(teams), function(i) as.numeric(arima.sim(list(ar = 0.5), length(weeks), sd = 3))))
  rows$covered <- as.integer(rows$team <= covered & rows$week >= start)
  rows$value <- round(40 + 6 * rnorm(teams)[rows$team] + sin(rows$week / 3) * 4 + noise + effect * rows$covered, 3)
  rows$weight <- if (weights) sample(3:12, teams, TRUE)[rows$team] + sample(0:2, nrow(rows), TRUE) else 1
  rows$team <- sprintf("team-%02d", rows$team)
  rows[runif(nrow(rows)) >= missing, c("team", "week", "value", "weight", "covered")]
}

# Fit of value on covered (or another column), teams and weeks; the coefficient and its error by clubSandwich's CR0.
two.way <- function(rows, column = "covered") {
  fit <- lm(reformulate(c(column, "team", "factor(week)"), "value"), rows, weights = rows$weight)
  error <- sqrt(vcovCR(fit, cluster = rows$team, type = "CR0")[column, column])
  list(difference = unname(coef(fit)[column]), error = error)
}

# Exact or sampled: the share of lots whose |estimate of (value - tau * covered)|, in units of the lot's own precision,
# is at least the real one's.
lot.p <- function(rows, start, tau, sets) {
  y <- rows$value - tau * rows$covered
  others <- model.matrix(~ team + factor(week), rows)
  numerator <- function(covered) {
    d <- as.integer(rows$team %in% covered & rows$week >= start)
    rest <- lm.wfit(others, d, rows$weight)$residuals
    sum(rows$weight * rest * y) / sqrt(sum(rows$weight * rest^2))
  }
  real <- abs(numerator(unique(rows$team[rows$covered == 1])))
  lots <- apply(sets, 2, function(set) abs(numerator(set)))
  sum(lots >= real * (1 - 1e-9)) / length(lots)
}

# Wild cluster bootstrap with the hypothesis imposed; `signs`: one column a draw, teams in alphabetical order.
wild.p <- function(rows, hypothesis, signs) {
  teams <- sort(unique(rows$team))
  of <- match(rows$team, teams)
  levels <- model.matrix(~ team + factor(week), rows)
  x <- lm.wfit(levels, rows$covered, rows$weight)$residuals
  full <- qr(sqrt(rows$weight) * cbind(rows$covered, levels))
  t <- function(y) {
    b <- qr.coef(full, sqrt(rows$weight) * y)
    rest <- y - cbind(rows$covered, levels) %*% b
    (b[1] - hypothesis) / sqrt(sum(rowsum(as.vector(rows$weight * x * rest), of)^2))
  }
  imposed <- lm.wfit(levels, rows$value - hypothesis * rows$covered, rows$weight)
  fitted <- imposed$fitted.values + hypothesis * rows$covered
  real <- abs(t(rows$value))
  drawn <- apply(signs, 2, function(sign) abs(t(fitted + sign[of] * imposed$residuals)))
  list(count = sum(drawn >= real * (1 - 1e-9)), draws = ncol(signs))
}

newcombe <- function(x1, n1, x2, n2, level) {
  one <- prop.test(x1, n1, conf.level = level, correct = FALSE)$conf.int
  two <- prop.test(x2, n2, conf.level = level, correct = FALSE)$conf.int
  d <- x1 / n1 - x2 / n2
  c(d - sqrt((x1 / n1 - one[1])^2 + (two[2] - x2 / n2)^2), d + sqrt((one[2] - x1 / n1)^2 + (x2 / n2 - two[1])^2))
}

large <- panel(24, -12:7, 12, 0, 0.1, TRUE, 2)
small <- panel(8, -6:5, 4, 0, 0.1, FALSE, 3)

# On and off: 3 teams, 3 pairs of blocks of 2 weeks.
first <- matrix(runif(9) < 0.5, 3)
cross <- expand.grid(week = 0:11, team = 1:3)
cross$block <- cross$week %/% 2
cross$pair <- cross$block %/% 2
cross$covered <- as.integer(first[cbind(cross$team, cross$pair + 1)] == (cross$block %% 2 == 0))
cross$value <- round(20 + 3 * cross$team + cos(cross$week) + 2 * cross$covered + rnorm(nrow(cross)), 3)
cross$weight <- 1
coin.p <- function(tau) {
  y <- cross$value - tau * cross$covered
  levels <- model.matrix(~ factor(team) + factor(week), cross)
  side <- function(coins) {
    d <- ifelse(cross$block %% 2 == 0, 1, -1) * coins[cbind(cross$team, cross$pair + 1)] / 2
    rest <- lm.fit(levels, d)$residuals
    if (sum(rest^2) < 1e-12) 0 else abs(sum(rest * y)) / sqrt(sum(rest^2))
  }
  all <- as.matrix(expand.grid(rep(list(c(-1, 1)), 9)))
  lots <- apply(all, 1, function(coins) side(matrix(coins, 3)))
  sum(lots >= side(2 * first - 1) * (1 - 1e-9)) / nrow(all)
}
cross.fit <- unname(coef(lm(value ~ covered + factor(team) + factor(week), cross))["covered"])

means <- function(rows) tapply(rows$value, rows$team, mean)
after <- means(small[small$week >= 0, ])
change <- after - means(small[small$week < 0, ])
isCovered <- names(after) %in% unique(small$team[small$covered == 1])
welch <- function(level) t.test(after[isCovered], after[!isCovered], conf.level = level)
one <- function(level) t.test(change[isCovered], conf.level = level)
level90 <- t.test(after[isCovered], conf.level = 0.9)
tost <- max(
  t.test(change[isCovered], mu = -6, alternative = "greater")$p.value,
  t.test(change[isCovered], mu = 6, alternative = "less")$p.value
)

before <- large[large$week < 0, ]
before$slope <- ifelse(before$team <= "team-12", before$week, 0)

# Smallest difference told: 12 against 9 teams, 10 weeks before, 6 after, 2 outcomes, correlation 0.4, sd 3.
weights <- c(rep(-1 / 10, 10), rep(1 / 6, 6))
v <- as.numeric(t(weights) %*% toeplitz(0.4^(0:15)) %*% weights)
told <- (qt(1 - 0.025 / 2, 19) + qt(0.8, 19)) * 3 * sqrt(v * (1 / 12 + 1 / 9))
pair <- c(rep(0.5, 2), rep(-0.5, 2))
w <- as.numeric(t(pair) %*% toeplitz(0.4^(0:3)) %*% pair)
switched <- (qt(0.975, 14) + qt(0.8, 14)) * 3 * sqrt(w / 15)

eight <- unique(small$team)
samples <- replicate(4999, sample(unique(large$team), 12))
signs <- matrix(sample(c(-1, 1), 24 * 4999, TRUE), 24)
sampled <- wild.p(large, 0, signs)

found <- list(
  twoWay = two.way(large),
  drift = two.way(before, "slope"),
  smallTwoWay = two.way(small),
  lotSmall = sapply(c(0, 2, -1.5), function(tau) lot.p(small, 0, tau, combn(eight, 4))),
  lotLarge = (1 + 4999 * lot.p(large, 0, 0, samples)) / 5000,
  wildSmall = sapply(c(0, 2, 5), function(b) {
    all <- t(as.matrix(expand.grid(rep(list(c(-1, 1)), 8))))
    got <- wild.p(small, b, all)
    got$count / got$draws
  }),
  wildLarge = (1 + sampled$count) / (1 + sampled$draws),
  onAndOff = cross.fit,
  coins = sapply(c(0, 1, 3), coin.p),
  welch = c(unname(-diff(welch(0.95)$estimate)), welch(0.95)$conf.int, welch(0.9)$conf.int, welch(0.95)$p.value, unname(welch(0.95)$parameter)),
  beforeAndAfter = c(unname(one(0.95)$estimate), one(0.95)$conf.int, one(0.9)$conf.int, one(0.95)$p.value),
  level = c(unname(level90$estimate), level90$conf.int),
  equivalence = tost,
  newcombe = c(newcombe(56, 70, 48, 80, 0.95), newcombe(9, 10, 3, 10, 0.9), newcombe(5, 56, 0, 29, 0.95)),
  wilson = as.vector(prop.test(3, 6, conf.level = 0.9, correct = FALSE)$conf.int),
  holm = p.adjust(c(0.011, 0.04, 0.003, 0.04, 0.6), "holm"),
  detectable = c(told, switched)
)

number <- function(x) ifelse(is.infinite(x), "null", formatC(x, digits = 15, format = "g", width = 1))
json <- function(x) {
  if (is.list(x)) return(paste0("{", paste0("\"", names(x), "\": ", vapply(x, json, ""), collapse = ", "), "}"))
  if (length(x) == 1) number(x) else paste0("[", paste(number(x), collapse = ", "), "]")
}
lines <- paste0("  \"", names(found), "\": ", vapply(found, json, ""))
writeLines(c("{", paste0(lines, c(rep(",", length(lines) - 1), "")), "}"), "agreement.json")
columns <- c("team", "week", "value", "weight", "covered")
cross$team <- sprintf("team-%02d", cross$team)
write.csv(large[columns], "large.csv", row.names = FALSE, quote = FALSE)
write.csv(small[columns], "small.csv", row.names = FALSE, quote = FALSE)
write.csv(cross[columns], "on-and-off.csv", row.names = FALSE, quote = FALSE)

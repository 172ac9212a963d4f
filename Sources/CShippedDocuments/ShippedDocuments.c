// The documents that Mayday ships, as they lie in Documents/: one array and one row of the table for each.
//
// #embed is C23, and what this compiler takes as an extension before it: it compiles in a second what Swift's
// resources take minutes for. A test holds that every file of the folder is in the table.

#include "CShippedDocuments.h"

#if defined(__clang__)
#pragma clang diagnostic ignored "-Wc23-extensions"
#endif

static const unsigned char plans_account_compromised[] = {
#embed "Documents/plans/account-compromised.md"
};
static const unsigned char plans_bad_release[] = {
#embed "Documents/plans/bad-release.md"
};
static const unsigned char plans_data_leaked[] = {
#embed "Documents/plans/data-leaked.md"
};
static const unsigned char plans_database_lost[] = {
#embed "Documents/plans/database-lost.md"
};
static const unsigned char plans_key_person_away[] = {
#embed "Documents/plans/key-person-away.md"
};
static const unsigned char plans_payments_failing[] = {
#embed "Documents/plans/payments-failing.md"
};
static const unsigned char plans_ransom[] = {
#embed "Documents/plans/ransom.md"
};
static const unsigned char plans_region_outage[] = {
#embed "Documents/plans/region-outage.md"
};
static const unsigned char plans_supplier_down[] = {
#embed "Documents/plans/supplier-down.md"
};
static const unsigned char plans_wrong_certificate[] = {
#embed "Documents/plans/wrong-certificate.md"
};
static const unsigned char reading_amazon_s3_2017[] = {
#embed "Documents/reading/amazon-s3-2017.md"
};
static const unsigned char reading_ariane_5_1996[] = {
#embed "Documents/reading/ariane-5-1996.md"
};
static const unsigned char reading_atlassian_2022[] = {
#embed "Documents/reading/atlassian-2022.md"
};
static const unsigned char reading_att_1990[] = {
#embed "Documents/reading/att-1990.md"
};
static const unsigned char reading_azure_leap_day_2012[] = {
#embed "Documents/reading/azure-leap-day-2012.md"
};
static const unsigned char reading_cloudflare_2019[] = {
#embed "Documents/reading/cloudflare-2019.md"
};
static const unsigned char reading_cloudflare_leap_second_2017[] = {
#embed "Documents/reading/cloudflare-leap-second-2017.md"
};
static const unsigned char reading_crowdstrike_2024[] = {
#embed "Documents/reading/crowdstrike-2024.md"
};
static const unsigned char reading_dyn_2016[] = {
#embed "Documents/reading/dyn-2016.md"
};
static const unsigned char reading_equifax_2017[] = {
#embed "Documents/reading/equifax-2017.md"
};
static const unsigned char reading_ericsson_2018[] = {
#embed "Documents/reading/ericsson-2018.md"
};
static const unsigned char reading_facebook_2021[] = {
#embed "Documents/reading/facebook-2021.md"
};
static const unsigned char reading_fastly_2021[] = {
#embed "Documents/reading/fastly-2021.md"
};
static const unsigned char reading_github_2018[] = {
#embed "Documents/reading/github-2018.md"
};
static const unsigned char reading_gitlab_2017[] = {
#embed "Documents/reading/gitlab-2017.md"
};
static const unsigned char reading_google_cloud_2019[] = {
#embed "Documents/reading/google-cloud-2019.md"
};
static const unsigned char reading_healthcare_gov_2013[] = {
#embed "Documents/reading/healthcare-gov-2013.md"
};
static const unsigned char reading_knight_capital_2012[] = {
#embed "Documents/reading/knight-capital-2012.md"
};
static const unsigned char reading_left_pad_2016[] = {
#embed "Documents/reading/left-pad-2016.md"
};
static const unsigned char reading_mars_climate_orbiter_1999[] = {
#embed "Documents/reading/mars-climate-orbiter-1999.md"
};
static const unsigned char reading_nats_2023[] = {
#embed "Documents/reading/nats-2023.md"
};
static const unsigned char reading_northeast_blackout_2003[] = {
#embed "Documents/reading/northeast-blackout-2003.md"
};
static const unsigned char reading_ovh_2021[] = {
#embed "Documents/reading/ovh-2021.md"
};
static const unsigned char reading_patriot_1991[] = {
#embed "Documents/reading/patriot-1991.md"
};
static const unsigned char reading_roblox_2021[] = {
#embed "Documents/reading/roblox-2021.md"
};
static const unsigned char reading_rogers_2022[] = {
#embed "Documents/reading/rogers-2022.md"
};
static const unsigned char reading_slack_2021[] = {
#embed "Documents/reading/slack-2021.md"
};
static const unsigned char reading_therac_25_1985[] = {
#embed "Documents/reading/therac-25-1985.md"
};
static const unsigned char reading_tsb_2018[] = {
#embed "Documents/reading/tsb-2018.md"
};
static const unsigned char reading_xz_2024[] = {
#embed "Documents/reading/xz-2024.md"
};
static const unsigned char scenarios_friday_before_the_holiday[] = {
#embed "Documents/scenarios/friday-before-the-holiday.md"
};
static const unsigned char scenarios_late_thursday_invoices[] = {
#embed "Documents/scenarios/late-thursday-invoices.md"
};
static const unsigned char scenarios_lunchtime_approval[] = {
#embed "Documents/scenarios/lunchtime-approval.md"
};
static const unsigned char scenarios_monday_codes[] = {
#embed "Documents/scenarios/monday-codes.md"
};
static const unsigned char scenarios_monday_tables[] = {
#embed "Documents/scenarios/monday-tables.md"
};
static const unsigned char scenarios_saturday_before_dawn[] = {
#embed "Documents/scenarios/saturday-before-dawn.md"
};
static const unsigned char scenarios_sunday_certificate[] = {
#embed "Documents/scenarios/sunday-certificate.md"
};
static const unsigned char scenarios_three_in_the_morning[] = {
#embed "Documents/scenarios/three-in-the-morning.md"
};
static const unsigned char scenarios_thursday_launch[] = {
#embed "Documents/scenarios/thursday-launch.md"
};
static const unsigned char scenarios_tuesday_release[] = {
#embed "Documents/scenarios/tuesday-release.md"
};

#define ROW(kind, name, bytes) {kind, name, bytes, sizeof(bytes)}

static const struct shipped_document documents[] = {
    ROW("plans", "account-compromised", plans_account_compromised),
    ROW("plans", "bad-release", plans_bad_release),
    ROW("plans", "data-leaked", plans_data_leaked),
    ROW("plans", "database-lost", plans_database_lost),
    ROW("plans", "key-person-away", plans_key_person_away),
    ROW("plans", "payments-failing", plans_payments_failing),
    ROW("plans", "ransom", plans_ransom),
    ROW("plans", "region-outage", plans_region_outage),
    ROW("plans", "supplier-down", plans_supplier_down),
    ROW("plans", "wrong-certificate", plans_wrong_certificate),
    ROW("reading", "amazon-s3-2017", reading_amazon_s3_2017),
    ROW("reading", "ariane-5-1996", reading_ariane_5_1996),
    ROW("reading", "atlassian-2022", reading_atlassian_2022),
    ROW("reading", "att-1990", reading_att_1990),
    ROW("reading", "azure-leap-day-2012", reading_azure_leap_day_2012),
    ROW("reading", "cloudflare-2019", reading_cloudflare_2019),
    ROW("reading", "cloudflare-leap-second-2017", reading_cloudflare_leap_second_2017),
    ROW("reading", "crowdstrike-2024", reading_crowdstrike_2024),
    ROW("reading", "dyn-2016", reading_dyn_2016),
    ROW("reading", "equifax-2017", reading_equifax_2017),
    ROW("reading", "ericsson-2018", reading_ericsson_2018),
    ROW("reading", "facebook-2021", reading_facebook_2021),
    ROW("reading", "fastly-2021", reading_fastly_2021),
    ROW("reading", "github-2018", reading_github_2018),
    ROW("reading", "gitlab-2017", reading_gitlab_2017),
    ROW("reading", "google-cloud-2019", reading_google_cloud_2019),
    ROW("reading", "healthcare-gov-2013", reading_healthcare_gov_2013),
    ROW("reading", "knight-capital-2012", reading_knight_capital_2012),
    ROW("reading", "left-pad-2016", reading_left_pad_2016),
    ROW("reading", "mars-climate-orbiter-1999", reading_mars_climate_orbiter_1999),
    ROW("reading", "nats-2023", reading_nats_2023),
    ROW("reading", "northeast-blackout-2003", reading_northeast_blackout_2003),
    ROW("reading", "ovh-2021", reading_ovh_2021),
    ROW("reading", "patriot-1991", reading_patriot_1991),
    ROW("reading", "roblox-2021", reading_roblox_2021),
    ROW("reading", "rogers-2022", reading_rogers_2022),
    ROW("reading", "slack-2021", reading_slack_2021),
    ROW("reading", "therac-25-1985", reading_therac_25_1985),
    ROW("reading", "tsb-2018", reading_tsb_2018),
    ROW("reading", "xz-2024", reading_xz_2024),
    ROW("scenarios", "friday-before-the-holiday", scenarios_friday_before_the_holiday),
    ROW("scenarios", "late-thursday-invoices", scenarios_late_thursday_invoices),
    ROW("scenarios", "lunchtime-approval", scenarios_lunchtime_approval),
    ROW("scenarios", "monday-codes", scenarios_monday_codes),
    ROW("scenarios", "monday-tables", scenarios_monday_tables),
    ROW("scenarios", "saturday-before-dawn", scenarios_saturday_before_dawn),
    ROW("scenarios", "sunday-certificate", scenarios_sunday_certificate),
    ROW("scenarios", "three-in-the-morning", scenarios_three_in_the_morning),
    ROW("scenarios", "thursday-launch", scenarios_thursday_launch),
    ROW("scenarios", "tuesday-release", scenarios_tuesday_release),
};

size_t shipped_document_count(void) { return sizeof(documents) / sizeof(documents[0]); }

const struct shipped_document *shipped_document_at(size_t index) {
  return index < shipped_document_count() ? &documents[index] : NULL;
}

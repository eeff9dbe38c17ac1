namespace Schematic.Api.Hosting.Description;

/// <summary>The part of <see cref="OperationSummaries"/> on credits.</summary>
internal static class CreditSummaries
{
    public static readonly IReadOnlyDictionary<string, (string Summary, string? Description)> Texts = new Dictionary<
        string,
        (string Summary, string? Description)
    >
    {
        ["acquireCreditLease"] = (
            "Reserve credits",
            "Answers the open lease if there is one. "
                + "Reserves what there is if it is less than asked for; 400 if nothing is left."
        ),
        ["countBillingCredits"] = ("Count credit types", "Takes the filters of the list."),
        ["countBillingCreditsGrants"] = ("Count grants of credits", "Takes the filters of the list."),
        ["countBillingPlanCreditGrants"] = ("Count credits that plans include", "Takes the filters of the list."),
        ["countCompanyGrants"] = ("Count the credit grants of a company", "Takes the filters of the list."),
        ["countCreditBundles"] = ("Count credit bundles", "Takes the filters of the list."),
        ["countCreditEventLedger"] = ("Count movements of credits", "Takes the filters of the list."),
        ["countCreditEventLedgerBefore"] = (
            "Count movements of credits (old address)",
            "The same as under `/v2/billing/credits/ledger/count`."
        ),
        ["countCreditHolders"] = ("Count companies that hold credits of a type", "Takes the filters of the list."),
        ["countCreditLeases"] = ("Count leases of credits", "Takes the filters of the list."),
        ["createBillingCredit"] = ("Create a credit type", null),
        ["createBillingPlanCreditGrant"] = (
            "Include credits in a plan",
            "Goes to the draft of the plan; with `apply_to_existing` to the published version and its companies."
        ),
        ["createCreditBundle"] = ("Create a credit bundle", null),
        ["deleteBillingPlanCreditGrant"] = (
            "Include credits in a plan no longer",
            "Goes to the draft of the plan; with `apply_to_existing` it is taken from companies now."
        ),
        ["deleteCreditBundle"] = ("Delete a credit bundle", "409 if grants came from it: make it inactive instead."),
        ["extendCreditLease"] = (
            "Extend a lease",
            "Adds what can be drawn, which may be nothing. 400 if it was released or has expired."
        ),
        ["getCreditBundle"] = ("Get a credit bundle", null),
        ["getCreditSelfCheck"] = (
            "Get the last check of all balances against the ledger",
            "Checked every hour. `checked_at` is null before the first check."
        ),
        ["getSingleBillingCredit"] = ("Get a credit type", null),
        ["getSingleBillingPlanCreditGrant"] = ("Get credits that a plan includes", null),
        ["grantBillingCreditsToCompany"] = ("Grant credits to a company", null),
        ["listBillingCredits"] = ("List credit types", null),
        ["listBillingPlanCreditGrants"] = (
            "List credits that plans include",
            "Those of published versions, and of drafts of plans that were never published, unless a version is named."
        ),
        ["listCompanyCreditBalances"] = ("List the credit balances of a company", null),
        ["listCompanyGrants"] = ("List the credit grants of a company", null),
        ["listCreditBundles"] = ("List credit bundles", null),
        ["listCreditEventLedger"] = ("List movements of credits", "Newest first; one row for each grant that moved."),
        ["listCreditEventLedgerBefore"] = (
            "List movements of credits (old address)",
            "The same as under `/v2/billing/credits/ledger`."
        ),
        ["listCreditHolders"] = ("List companies that hold credits of a type", "Those with the most first."),
        ["listCreditLeases"] = ("List leases of credits", "Newest first."),
        ["listCreditLedgerTotals"] = (
            "Sum movements of credits",
            "By credit type, of all rows that the filters of the list match."
        ),
        ["listGrantsForCredit"] = ("List grants of credits", null),
        ["releaseCreditLease"] = (
            "Release a lease",
            "What it has not spent returns to the grants it came from. 400 if it was released or has expired."
        ),
        ["runCreditSelfCheck"] = (
            "Check all balances against the ledger now",
            "Answers when every balance of the environment is checked."
        ),
        ["softDeleteBillingCredit"] = ("Delete a credit type", "Its ledger stays."),
        ["updateBillingCredit"] = ("Update a credit type", null),
        ["updateBillingPlanCreditGrant"] = (
            "Update credits that a plan includes",
            "Goes to the draft of the plan; with `apply_to_existing` companies get the new amount at the next reset."
        ),
        ["updateCreditBundleDetails"] = ("Update a credit bundle", "What was sold stays as it was."),
        ["zeroOutGrant"] = (
            "Remove what is left of a grant",
            "What a lease holds of it is removed when the lease returns it."
        ),
    };
}

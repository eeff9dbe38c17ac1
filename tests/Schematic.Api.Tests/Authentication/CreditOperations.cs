namespace Schematic.Api.Tests.Authentication;

/// <summary>Operations on credits; see <see cref="Operations"/>.</summary>
internal static class CreditOperations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("GET", "/billing/credits", Callers.Readers, 200),
        new(
            "POST",
            "/billing/credits",
            Callers.Writers,
            201,
            """{"name":"Another","description":"","currency":"usd"}""",
            Status: 201
        ),
        new("GET", "/billing/credits/count", Callers.Readers, 200),
        new("GET", "/billing/credits/{credit_id}", Callers.Readers, 404),
        new("PUT", "/billing/credits/{credit_id}", Callers.Writers, 404, """{"name":"Renamed","description":""}"""),
        new("DELETE", "/billing/credits/{credit_id}", Callers.Writers, 404),
        new("GET", "/billing/credits/bundles", Callers.Readers, 200, Query: "?credit_id={credit_id}"),
        new(
            "POST",
            "/billing/credits/bundles",
            Callers.Writers,
            404,
            """{"bundle_name":"Another","credit_id":"{credit_id}","currency":"usd","price_per_unit":1,"quantity":5}""",
            Status: 201
        ),
        new("GET", "/billing/credits/bundles/count", Callers.Readers, 200, Query: "?credit_id={credit_id}"),
        new("GET", "/billing/credits/bundles/{bundle_id}", Callers.Readers, 404),
        new(
            "PUT",
            "/billing/credits/bundles/{bundle_id}",
            Callers.Writers,
            404,
            """{"bundle_name":"Renamed","price_per_unit":2}"""
        ),
        new("DELETE", "/billing/credits/bundles/{bundle_id}", Callers.Writers, 404, Status: 409),
        new("GET", "/billing/credits/plan-grants", Callers.Readers, 200, Query: "?credit_id={credit_id}"),
        new(
            "POST",
            "/billing/credits/plan-grants",
            Callers.Writers,
            404,
            """
            {"plan_id":"{plan_id}","credit_id":"{credit_id}","credit_amount":5,"reset_cadence":"monthly",
            "reset_start":"first_of_month"}
            """,
            Status: 201
        ),
        new("GET", "/billing/credits/plan-grants/count", Callers.Readers, 200, Query: "?credit_id={credit_id}"),
        new("GET", "/billing/credits/plan-grants/{plan_grant_id}", Callers.Readers, 404),
        new(
            "PUT",
            "/billing/credits/plan-grants/{plan_grant_id}",
            Callers.Writers,
            404,
            """{"credit_amount":6,"reset_cadence":"monthly","reset_start":"first_of_month"}"""
        ),
        new("DELETE", "/billing/credits/plan-grants/{plan_grant_id}", Callers.Writers, 404),
        new("GET", "/billing/credits/balance", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new(
            "POST",
            "/billing/credits/grants/company",
            Callers.Writers,
            404,
            """{"company_id":"{company_id}","credit_id":"{credit_id}","quantity":7,"reason":"free"}""",
            Status: 201
        ),
        new("GET", "/billing/credits/grants/company/list", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/billing/credits/grants/company/count", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/billing/credits/grants/list", Callers.Readers, 200, Query: "?credit_id={credit_id}"),
        new("GET", "/billing/credits/grants/count", Callers.Readers, 200, Query: "?credit_id={credit_id}"),
        new("PUT", "/billing/credits/grants/{grant_id}/zero-out", Callers.Writers, 404, """{"reason":"manual"}"""),
        new(
            "POST",
            "/billing/credits/lease",
            Callers.Writers,
            404,
            """{"company_id":"{company_id}","credit_type_id":"{credit_id}","requested_amount":1}""",
            Status: 201
        ),
        new("PUT", "/billing/credits/lease/{lease_id}/extend", Callers.Writers, 404, """{"additional_amount":1}"""),
        new("PUT", "/billing/credits/lease/{lease_id}/release", Callers.Writers, 404),
        new("GET", "/billing/credits/leases", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/billing/credits/leases/count", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/billing/credits/balances", Callers.Readers, 404, Query: "?credit_id={credit_id}"),
        new("GET", "/billing/credits/balances/count", Callers.Readers, 404, Query: "?credit_id={credit_id}"),
        new("GET", "/billing/credits/self-check", Callers.Readers, 200),
        new("POST", "/billing/credits/self-check", Callers.Writers, 200),
        new("GET", "/v2/billing/credits/ledger/totals", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/v2/billing/credits/ledger", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/v2/billing/credits/ledger/count", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/billing/credits/ledger", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/billing/credits/ledger/count", Callers.Readers, 404, Query: "?company_id={company_id}"),
    ];
}

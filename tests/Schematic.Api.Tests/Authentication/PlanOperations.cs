namespace Schematic.Api.Tests.Authentication;

/// <summary>Operations on plans, entitlements and overrides; see <see cref="Operations"/>.</summary>
internal static class PlanOperations
{
    private const string Audience = """
        {"conditions":[{"condition_type":"base_plan","operator":"is_empty","resource_ids":[]}],"condition_groups":[]}
        """;

    public static IReadOnlyList<Operation> All { get; } =
    [
        // Plans are the account's; versions and what they give are the environment's.
        new("GET", "/plans", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new("POST", "/plans", Callers.Writers, 201, """{"name":"Another","plan_type":"plan"}""", Status: 201),
        new("GET", "/plans/count", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new("GET", "/plans/{plan_id}", Callers.Readers, 200),
        new("PUT", "/plans/{plan_id}", Callers.Writers, 200, """{"name":"Renamed"}"""),
        new("DELETE", "/plans/{plan_id}", Callers.Writers, 409, Status: 409),
        new("DELETE", "/plans/version/{plan_version_id}", Callers.Writers, 404, Status: 409),
        new(
            "PUT",
            "/plans/version/{plan_version_id}/publish",
            Callers.Writers,
            404,
            """{"migration_strategy":"leave","excluded_company_ids":[]}""",
            Status: 409
        ),
        new("GET", "/plan-entitlements", Callers.Readers, 200, Query: "?plan_id={plan_id}"),
        new(
            "POST",
            "/plan-entitlements",
            Callers.Writers,
            201,
            """{"plan_id":"{other_plan_id}","feature_id":"{feature_id}","value_type":"numeric","value_numeric":5}""",
            Status: 201
        ),
        new("GET", "/plan-entitlements/count", Callers.Readers, 200, Query: "?plan_id={plan_id}"),
        new(
            "POST",
            "/plan-entitlements/duplicate",
            Callers.Writers,
            201,
            """{"source_plan_id":"{plan_id}","target_plan_id":"{other_plan_id}"}""",
            Status: 201
        ),
        new("GET", "/plan-entitlements/{plan_entitlement_id}", Callers.Readers, 404),
        new(
            "PUT",
            "/plan-entitlements/{plan_entitlement_id}",
            Callers.Writers,
            404,
            """{"value_type":"numeric","value_numeric":7}"""
        ),
        new("DELETE", "/plan-entitlements/{plan_entitlement_id}", Callers.Writers, 404),
        new("GET", "/plans/{plan_id}/audience", Callers.Readers, 404),
        new("PUT", "/plans/{plan_id}/audience", Callers.Writers, 200, Audience),
        new("DELETE", "/plans/{plan_id}/audience", Callers.Writers, 404),
        new("POST", "/audience/count-companies", Callers.Readers, 200, Audience),
        new("POST", "/audience/get-companies", Callers.Readers, 200, Audience),
        new("GET", "/plan-roles", Callers.Readers, 200),
        new("PUT", "/plan-roles", Callers.Writers, 200, """{"initial_plan_id":null}"""),
        new("GET", "/feature-usage", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/feature-usage/count", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/company-overrides", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new(
            "POST",
            "/company-overrides",
            Callers.Writers,
            404,
            """{"company_id":"{company_id}","feature_id":"{other_feature_id}","value_type":"boolean","value_bool":true}""",
            Status: 201
        ),
        new("GET", "/company-overrides/count", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new("GET", "/company-overrides/{company_override_id}", Callers.Readers, 404),
        new(
            "PUT",
            "/company-overrides/{company_override_id}",
            Callers.Writers,
            404,
            """{"value_type":"numeric","value_numeric":7}"""
        ),
        new("DELETE", "/company-overrides/{company_override_id}", Callers.Writers, 404),
        new("PUT", "/company-plans/{company_id}", Callers.Writers, 404, """{"add_on_ids":[]}"""),
        new("POST", "/company-plans/{company_id}/preview", Callers.Readers, 404, """{"add_on_ids":[]}"""),
        new("GET", "/plan-changes", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new("GET", "/plan-changes/count", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new("GET", "/plan-changes/{plan_change_id}", Callers.Readers, 404),
        new("GET", "/insights/plan-growth", Callers.Readers, 200),
        new("GET", "/plan-version-migrations", Callers.Readers, 200, Query: "?plan_version_id={plan_version_id}"),
        new(
            "POST",
            "/plan-version-migrations",
            Callers.Writers,
            404,
            """{"plan_id":"{plan_id}","plan_version_id_to":"{plan_version_id}","strategy":"leave","target_plan_type":"""
                + "\"plan\"}",
            Status: 201
        ),
        new("GET", "/plan-version-migrations/count", Callers.Readers, 200, Query: "?plan_version_id={plan_version_id}"),
        new(
            "POST",
            "/plan-version-migrations/preview",
            Callers.Readers,
            404,
            """{"plan_id":"{plan_id}","plan_version_id_to":"{plan_version_id}","target_plan_type":"plan"}"""
        ),
        new("GET", "/plan-version-migrations/{plan_version_migration_id}", Callers.Readers, 404),
        new("POST", "/plan-version-migrations/{plan_version_migration_id}/retry", Callers.Writers, 404, Status: 409),
        new("GET", "/plan-version-migrations/{plan_version_migration_id}/companies", Callers.Readers, 404),
        new("GET", "/plan-version-migrations/{plan_version_migration_id}/companies/count", Callers.Readers, 404),
    ];
}

using System.Text.RegularExpressions;

namespace Schematic.Api.Tests.Authentication;

/// <summary>
/// Who may call an operation, as the domain says it; not read from the server, which is what is being tested.
/// </summary>
internal enum Callers
{
    Anyone,
    AnyKey,
    AnySecretKey,
    Readers,
    Writers,
    Admins,
    TheConsole,
}

/// <param name="Foreign">The status another environment's full key gets when it names what is in this one.</param>
/// <param name="Body">
/// A body that does what the operation is for; <c>{name}</c> is a value of the <see cref="Scene"/>.
/// </param>
/// <param name="Query">Parameters without which the operation cannot be called.</param>
/// <param name="Status">What a caller who may gets.</param>
/// <param name="NeedsWholeAccount">True if a key of one environment may not, whatever its scopes.</param>
/// <param name="IsReadByMember">
/// True if a wrong part of the body is stored as failed, where another operation refuses the whole.
/// </param>
internal sealed partial record Operation(
    string Method,
    string Path,
    Callers Callers,
    int Foreign,
    string? Body = null,
    string Query = "",
    int Status = 200,
    bool IsReadByMember = false,
    bool NeedsWholeAccount = false
)
{
    public bool Writes => Method != "GET";

    public override string ToString() => $"{Method} {Path}";

    public string Address(Scene scene) => Fill(Path + Query, scene);

    public string? Json(Scene scene) => Body is null ? null : Fill(Body, scene);

    private static string Fill(string text, Scene scene) => Name().Replace(text, match => scene[match.Groups[1].Value]);

    // {company_id}, and no brace of JSON
    [GeneratedRegex(@"\{([a-z_]+)\}")]
    private static partial Regex Name();
}

/// <summary>Every operation of the server. A route that is not here fails the test that walks them.</summary>
internal static class Operations
{
    public static IReadOnlyList<Operation> All { get; } =
    [
        new("GET", "/", Callers.Anyone, 200),
        new("GET", "/health/live", Callers.Anyone, 200),
        new("GET", "/health/ready", Callers.Anyone, 200),
        new("GET", "/openapi/{document_name}.json", Callers.Anyone, 200),
        new("GET", "/whoami", Callers.AnySecretKey, 200),
        new("GET", "/api-keys", Callers.Admins, 200, Query: "?require_environment=false"),
        new(
            "POST",
            "/api-keys",
            Callers.Admins,
            404,
            """{"name":"Another","environment_id":"{environment_id}"}""",
            Status: 201
        ),
        new("GET", "/api-keys/count", Callers.Admins, 200, Query: "?require_environment=false"),
        new("GET", "/api-keys/{api_key_id}", Callers.Admins, 404),
        new("PUT", "/api-keys/{api_key_id}", Callers.Admins, 404, """{"name":"Renamed"}"""),
        new("DELETE", "/api-keys/{api_key_id}", Callers.Admins, 404),
        new("GET", "/audit-log", Callers.Admins, 200),
        new("GET", "/audit-log/count", Callers.Admins, 200),
        new("GET", "/audit-log/{audit_log_id}", Callers.Admins, 404),
        new("GET", "/environments", Callers.Readers, 200),
        new(
            "POST",
            "/environments",
            Callers.Admins,
            403,
            """{"name":"Another","environment_type":"staging"}""",
            Status: 201,
            NeedsWholeAccount: true
        ),
        new("GET", "/environments/count", Callers.Readers, 200),
        new("GET", "/environments/{environment_id}", Callers.Readers, 404),
        new("PUT", "/environments/{environment_id}", Callers.Admins, 404, """{"name":"Renamed"}"""),
        new("DELETE", "/environments/{environment_id}", Callers.Admins, 403, NeedsWholeAccount: true),
        .. MemberOperations.All,
        new("GET", "/companies", Callers.Readers, 200, Query: "?ids={company_id}"),
        new("POST", "/companies", Callers.Writers, 404, """{"keys":{"id":"{company_id}"},"name":"Renamed"}"""),
        new("GET", "/companies/count", Callers.Readers, 200, Query: "?ids={company_id}"),
        new("POST", "/companies/create", Callers.Writers, 201, """{"keys":{"domain":"{unused}"}}""", Status: 201),
        new("POST", "/companies/delete", Callers.Writers, 404, """{"keys":{"id":"{company_id}"}}"""),
        new("GET", "/companies/lookup", Callers.Readers, 404, Query: "?keys[domain]={company_key}"),
        new("GET", "/companies/{company_id}", Callers.Readers, 404),
        new("DELETE", "/companies/{company_id}", Callers.Writers, 404),
        new(
            "POST",
            "/company-traits",
            Callers.Writers,
            404,
            """{"keys":{"id":"{company_id}"},"trait":"seats","incr":1}"""
        ),
        new("GET", "/company-memberships", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new(
            "POST",
            "/company-memberships",
            Callers.Writers,
            404,
            """{"company_id":"{company_id}","user_id":"{user_id}"}"""
        ),
        new("GET", "/company-memberships/count", Callers.Readers, 200, Query: "?user_id={user_id}"),
        new("DELETE", "/company-memberships/{company_membership_id}", Callers.Writers, 404),
        new("GET", "/users", Callers.Readers, 200, Query: "?company_id={company_id}"),
        new("POST", "/users", Callers.Writers, 404, """{"keys":{"id":"{user_id}"},"company_id":"{company_id}"}"""),
        new("GET", "/users/count", Callers.Readers, 200, Query: "?ids={user_id}"),
        new(
            "POST",
            "/users/create",
            Callers.Writers,
            404,
            """{"keys":{"email":"{unused}"},"company_ids":["{company_id}"]}""",
            Status: 201
        ),
        new("POST", "/users/delete", Callers.Writers, 404, """{"keys":{"email":"{user_key}"}}"""),
        new("GET", "/users/lookup", Callers.Readers, 404, Query: "?email={user_key}"),
        new("GET", "/users/{user_id}", Callers.Readers, 404),
        new("DELETE", "/users/{user_id}", Callers.Writers, 404),
        new(
            "POST",
            "/user-traits",
            Callers.Writers,
            404,
            """{"keys":{"email":"{user_key}"},"trait":"plan","set":"x","update_only":true}"""
        ),
        // Definitions are the account's.
        new("GET", "/entity-key-definitions", Callers.Readers, 200),
        new("GET", "/entity-key-definitions/count", Callers.Readers, 200),
        new("GET", "/entity-trait-definitions", Callers.Readers, 200),
        new(
            "POST",
            "/entity-trait-definitions",
            Callers.Writers,
            200,
            """{"entity_type":"company","hierarchy":["seats"],"trait_type":"number"}"""
        ),
        new("GET", "/entity-trait-definitions/count", Callers.Readers, 200),
        new("GET", "/entity-trait-definitions/{entity_trait_definition_id}", Callers.Readers, 200),
        new(
            "PUT",
            "/entity-trait-definitions/{entity_trait_definition_id}",
            Callers.Writers,
            200,
            """{"trait_type":"currency"}"""
        ),
        new("DELETE", "/entity-trait-definitions/{entity_trait_definition_id}", Callers.Writers, 409),
        new("GET", "/entity-trait-values", Callers.Readers, 200, Query: "?definition_id={entity_trait_definition_id}"),
        new(
            "GET",
            "/entity-trait-values/count",
            Callers.Readers,
            200,
            Query: "?definition_id={entity_trait_definition_id}"
        ),
        new("GET", "/events", Callers.Readers, 200, Query: "?company_id={company_id}"),
        .. CreditOperations.All,
        .. EventOperations.All,
        .. PlanOperations.All,
        // Features and flags are the account's; rules are the environment's, and their ids and names nobody else's.
        new("GET", "/event-types", Callers.Readers, 200),
        new("GET", "/event-types/count", Callers.Readers, 200),
        new("GET", "/feature-companies", Callers.Readers, 200, Query: "?feature_id={feature_id}"),
        new("GET", "/feature-companies/count", Callers.Readers, 200, Query: "?feature_id={feature_id}"),
        new("GET", "/feature-users", Callers.Readers, 200, Query: "?feature_id={feature_id}"),
        new("GET", "/feature-users/count", Callers.Readers, 200, Query: "?feature_id={feature_id}"),
        new("GET", "/features", Callers.Readers, 200, Query: "?ids={feature_id}"),
        new(
            "POST",
            "/features",
            Callers.Writers,
            201,
            """{"name":"Export","description":"","feature_type":"event","event_subtype":"export","flag":{"key":"{unused}","name":"Export","description":"","flag_type":"boolean","default_value":false}}""",
            Status: 201
        ),
        new("GET", "/features/count", Callers.Readers, 200, Query: "?ids={feature_id}"),
        new("GET", "/features/{feature_id}", Callers.Readers, 200),
        new(
            "PUT",
            "/features/{feature_id}",
            Callers.Writers,
            200,
            """{"name":"Renamed","flag":{"key":"{unused}","name":"Export","description":"","flag_type":"boolean","default_value":true}}"""
        ),
        new("DELETE", "/features/{feature_id}", Callers.Writers, 409, Status: 409),
        new("GET", "/flags", Callers.Readers, 200, Query: "?ids={flag_id}"),
        new(
            "POST",
            "/flags",
            Callers.Writers,
            201,
            """{"key":"{unused}","name":"Export","description":"","flag_type":"boolean","default_value":true}""",
            Status: 201
        ),
        new("GET", "/flags/count", Callers.Readers, 200, Query: "?ids={flag_id}"),
        new("GET", "/flags/{flag_id}", Callers.Readers, 200),
        new(
            "PUT",
            "/flags/{flag_id}",
            Callers.Writers,
            200,
            """{"key":"{unused}","name":"Export","description":"","flag_type":"boolean","default_value":true}"""
        ),
        new("DELETE", "/flags/{flag_id}", Callers.Writers, 409),
        new(
            "PUT",
            "/flags/{flag_id}/rules",
            Callers.Writers,
            400,
            """{"rules":[{"name":"Acme","priority":1,"value":true,"conditions":[{"condition_type":"company","operator":"eq","resource_ids":["{company_id}"]}],"condition_groups":[{"conditions":[{"condition_type":"trait","operator":"eq","resource_ids":[],"trait_id":"{entity_trait_definition_id}","trait_value":"x"}]}]}]}"""
        ),
        new("GET", "/flags/{flag_id}/rules/history", Callers.Readers, 200),
        new("GET", "/flags/{flag_id}/rules/history/count", Callers.Readers, 200),
        new(
            "POST",
            "/flags/{key}/check",
            Callers.AnyKey,
            200,
            """{"company":{"id":"{company_id}"},"user":{"email":"{user_key}"},"preflight":{"usage":1}}"""
        ),
        new("POST", "/flags/check", Callers.AnyKey, 201, """{"company":{"id":"{company_id}"}}""", Status: 201),
        new(
            "POST",
            "/flags/check-bulk",
            Callers.AnyKey,
            201,
            """{"contexts":[{"company":{"id":"{company_id}"}}]}""",
            Status: 201
        ),
        new("POST", "/flags/{key}/explain", Callers.Readers, 200, """{"company":{"id":"{company_id}"}}"""),
        new(
            "POST",
            "/flags/{flag_id}/impact",
            Callers.Readers,
            200,
            """{"rules":[{"name":"All","priority":1,"value":true,"conditions":[],"condition_groups":[]}]}"""
        ),
        new("GET", "/flags/verdicts", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/flags/verdicts/count", Callers.Readers, 404, Query: "?company_id={company_id}"),
        new("GET", "/search", Callers.Readers, 200, Query: "?q={company_key}"),
        new("GET", "/unknown-flags", Callers.Readers, 200, Query: "?q={unknown_flag_key}"),
        new("GET", "/unknown-flags/count", Callers.Readers, 200, Query: "?q={unknown_flag_key}"),
        new("DELETE", "/unknown-flags/{unknown_flag_key}", Callers.Writers, 404),
        new("GET", "/console/setup", Callers.TheConsole, 403),
        new(
            "POST",
            "/console/setup",
            Callers.TheConsole,
            403,
            """{"from_loopback":true,"admin_email":"b@example.com","admin_password":"long enough indeed","environment_name":"X","environment_type":"staging","sample_data":false}""",
            Status: 409
        ),
        new(
            "POST",
            "/console/sessions",
            Callers.TheConsole,
            403,
            """{"email":"ada@example.com","password":"correct horse battery staple"}""",
            Status: 201
        ),
        new("GET", "/console/sessions/current", Callers.TheConsole, 403, Status: 401),
        new("DELETE", "/console/sessions/current", Callers.TheConsole, 403),
        new("GET", "/console/sessions", Callers.TheConsole, 403, Status: 401),
        new("DELETE", "/console/sessions", Callers.TheConsole, 403, Status: 401),
        new("DELETE", "/console/sessions/{session_id}", Callers.TheConsole, 403, Status: 401),
        new("POST", "/console/sessions/ended", Callers.TheConsole, 403, """{"token_hashes":[]}"""),
        new(
            "PUT",
            "/console/password",
            Callers.TheConsole,
            403,
            """{"current_password":"correct horse battery staple","new_password":"long enough indeed"}""",
            Status: 401
        ),
    ];

    public static Operation Find(string method, string path) =>
        All.Single(operation => operation.Method == method && operation.Path == path);
}

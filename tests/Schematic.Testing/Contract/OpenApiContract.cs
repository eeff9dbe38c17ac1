using System.Text.Json;
using System.Text.RegularExpressions;

namespace Schematic.Testing.Contract;

/// <summary>Says in what an answer of the server differs from the published description.</summary>
public sealed class OpenApiContract(OpenApiDocument document)
{
    /// <summary>What the HTTP layer may answer to any request, besides what an operation declares.</summary>
    private static readonly HashSet<int> GeneralRefusals = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 429, 503];

    /// <summary>What this server has and the description does not: see docs/wire-compatibility.md.</summary>
    private static readonly Regex Additions = new(
        @"\A/(\z|console/|health/|openapi/|unknown-flags(/|\z)|flags/[^/]+/(explain|impact|rules/history(/count)?)\z"
            + @"|account-invitations(/|\z)|search\z|flags/verdicts(/count)?\z"
            + @"|billing/credits/((leases|balances)(/count)?|self-check)\z|v2/billing/credits/ledger/totals\z"
            + @"|audience/(count|get)-companies\z|batch\z|e\z|events/(tail|[^/]+/(effects|replay))\z"
            + @"|feature-usage-history\z|user-usage-by-company\z"
            + @"|insights/top-companies(/count)?\z|unknown-names(/count)?\z|plan-roles\z|plans/[^/]+/audience\z"
            + @"|plan-version-migrations/[^/]+/(companies(/count)?|retry)\z|company-plans/[^/]+/preview\z)",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture
    );

    // What is published there is only read.
    private static readonly Regex AddedChanges = new(@"\APUT /account-members/[^/]+\z", RegexOptions.CultureInvariant);

    private const string OldLedger = "/billing/credits/ledger";

    /// <param name="path">The path that was asked for, without query.</param>
    /// <param name="body">The whole answer.</param>
    /// <returns>One sentence for each violation.</returns>
    public IReadOnlyList<string> Validate(string method, string path, int status, string body)
    {
        // The ledger has an older address beside that of the description, which takes it for a credit type's.
        if (path.StartsWith(OldLedger, StringComparison.Ordinal))
            path = $"/v2{path}";
        var isCount = IsCountOfAList(method, path);
        // An undescribed /things/count is not the thing called "count", nor /events/tail the event of that name.
        var operation =
            document.Find(method, path) is { } found
            && (!isCount || found.Path.EndsWith("/count", StringComparison.Ordinal))
            && (found.Path == path || !Additions.IsMatch(path))
                ? found
                : null;
        if (status >= 500 && status != 503)
            return [$"{method} {path} answered {status}"];
        // A browser asks with OPTIONS whether it may ask at all: no operation of its own.
        var isAddition = Additions.IsMatch(path) || AddedChanges.IsMatch($"{method} {path}");
        if (operation is null && (isAddition || method == "OPTIONS"))
            return [];
        if (status < 400 && operation is null && !isCount)
            return
            [
                $"{method} {path} answered {status}, and is neither an operation of the description nor a documented addition",
            ];
        if (ExpectedSchema(operation, isCount, status) is not { } schema)
            return [$"{method} {path} answered {status}, which {operation?.ToString() ?? "a count"} does not declare"];

        JsonDocument json;
        try
        {
            json = JsonDocument.Parse(body, new JsonDocumentOptions { AllowDuplicateProperties = true });
        }
        catch (JsonException)
        {
            return [$"{method} {path} answered {status} with something that is not JSON: {Shorten(body)}"];
        }

        using (json)
            return
            [
                .. SchemaValidator
                    .Validate(json.RootElement, schema, "$")
                    .Select(violation => $"{method} {path} {status}: {violation}"),
            ];
    }

    private static string Shorten(string text) => text.Length <= 200 ? text : text[..200] + "…";

    private OpenApiSchema? ExpectedSchema(OpenApiOperation? operation, bool isCount, int status)
    {
        if (operation?.Responses.GetValueOrDefault(status) is { } declared)
            return declared;
        if (GeneralRefusals.Contains(status))
            return document.Schema("ApiError");
        return operation is null && isCount ? CountEnvelope() : null;
    }

    /// <summary>Every list here has a sibling <c>/count</c>, also where the description has none.</summary>
    private bool IsCountOfAList(string method, string path) =>
        method == "GET"
        && path.EndsWith("/count", StringComparison.Ordinal)
        && document.Find("GET", path[..^"/count".Length]) is not null;

    private OpenApiSchema CountEnvelope()
    {
        var count = document.Schema("CountResponse")! with { Required = new HashSet<string> { "count" } };
        var free = new OpenApiSchema { Type = "object" };
        return new OpenApiSchema
        {
            Type = "object",
            Properties = new Dictionary<string, Lazy<OpenApiSchema>> { ["data"] = new(count), ["params"] = new(free) },
            Required = new HashSet<string> { "data", "params" },
        };
    }
}

using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Schematic.Testing.Contract;

/// <summary>
/// Holds a JSON value against a schema, more strictly than OpenAPI asks: a member the schema does not name is a
/// violation.
/// </summary>
public static partial class SchemaValidator
{
    /// <summary>Members this server adds to the description: see docs/wire-compatibility.md.</summary>
    private static readonly HashSet<(string? Schema, string Member)> Additions =
    [
        // What is there by now, beside the error of a stale write.
        ("ApiError", "data"),
        // The refused member, beside the sentence about it.
        ("ApiError", "field"),
        // A filter of events, repeated among the inputs.
        (null, "statuses"),
        // Filters of companies and of the use of features, repeated among the inputs.
        (null, "include_candidates"),
        (null, "with_feature_override_for"),
        // Filters of overrides, repeated among the inputs.
        (null, "expires_after"),
        (null, "expires_before"),
        (null, "is_expired"),
        (null, "without_note"),
        // Filters of the audit log, repeated among the inputs.
        (null, "api_key_id"),
        (null, "is_refused"),
        (null, "resource_id"),
        (null, "resource_type"),
        (null, "status"),
        (null, "user_id"),
        // A filter of the ledger, repeated among the inputs.
        (null, "usage_event_id"),
        ("BillingCreditBundleResponseData", "currency"),
        ("AccountMemberResponseData", "disabled_at"),
        ("BillingCreditGrantResponseData", "note"),
        ("BillingCreditResponseData", "currency"),
        ("CreditEventLedgerResponseData", "balance_after"),
        ("CreditLeaseResponseData", "spent_amount"),
        ("FeatureUsageResponseData", "candidates"),
        ("RuleConditionDetailResponseData", "credit_cost"),
        ("RuleConditionDetailResponseData", "credit_id"),
    ];

    /// <summary>Where a client's own members come back; those that tests send begin with <c>x_</c>.</summary>
    private static readonly HashSet<string?> Open =
    [
        "RuleDetailResponseData",
        "RuleConditionGroupDetailResponseData",
        "RuleConditionDetailResponseData",
    ];

    /// <returns>One sentence for each violation, beginning with where it is; none for a value that conforms.</returns>
    public static IEnumerable<string> Validate(JsonElement value, OpenApiSchema schema, string at)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return schema.Nullable
                ? []
                : [$"{at} is null, which the description does not allow; left out, it would be fine unless required"];
        if (schema.OneOf.Count > 0)
            return schema.OneOf.Any(choice => !Validate(value, choice.Value, at).Any())
                ? []
                : [$"{at} conforms to none of the {schema.OneOf.Count} alternatives"];
        return schema.Type switch
        {
            "string" => Text(value, schema, at),
            "integer" => Integer(value, schema, at),
            "number" => Number(value, schema, at),
            "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False
                ? []
                : Wrong(value, "a boolean", at),
            "array" => Array(value, schema, at),
            "object" => Object(value, schema, at),
            null => [],
            var type => throw new NotSupportedException($"{at}: a schema of type {type}"),
        };
    }

    private static IEnumerable<string> Text(JsonElement value, OpenApiSchema schema, string at)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            yield return Wrong(value, "a string", at)[0];
            yield break;
        }

        var text = value.GetString()!;
        if (schema.Enum.Count > 0 && !schema.Enum.Contains(text))
            yield return $"{at} is \"{text}\", which is none of {string.Join(", ", schema.Enum)}";
        if (schema.Format == "date-time" && !UtcTime().IsMatch(text))
            yield return $"{at} is \"{text}\", which is no RFC 3339 time in UTC with at least microseconds";
        // The description counts code points.
        var length = text.EnumerateRunes().Count();
        if (length > schema.MaxLength)
            yield return $"{at} has {length} characters; at most {schema.MaxLength} are allowed";
        if (length < schema.MinLength)
            yield return $"{at} has {length} characters; at least {schema.MinLength} are needed";
    }

    private static string[] Integer(JsonElement value, OpenApiSchema schema, string at) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number)
            ? Range(number, schema, at)
            : Wrong(value, "an integer", at);

    private static string[] Number(JsonElement value, OpenApiSchema schema, string at) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && double.IsFinite(number)
            ? value.TryGetDecimal(out var exact)
                ? Range(exact, schema, at)
                : []
            : Wrong(value, "a number", at);

    private static string[] Range(decimal number, OpenApiSchema schema, string at) =>
        number < schema.Minimum || number > schema.Maximum
            ?
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{at} is {number}, outside {schema.Minimum} to {schema.Maximum}"
                ),
            ]
            : [];

    private static IEnumerable<string> Array(JsonElement value, OpenApiSchema schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return Wrong(value, "an array", at);
        var length = value.GetArrayLength();
        var violations = new List<string>();
        if (length > schema.MaxItems)
            violations.Add($"{at} has {length} items; at most {schema.MaxItems} are allowed");
        if (length < schema.MinItems)
            violations.Add($"{at} has {length} items; at least {schema.MinItems} are needed");
        if (schema.Items is { } items)
            violations.AddRange(
                value.EnumerateArray().SelectMany((item, index) => Validate(item, items.Value, $"{at}[{index}]"))
            );
        return violations;
    }

    private static IEnumerable<string> Object(JsonElement value, OpenApiSchema schema, string at)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return Wrong(value, "an object", at);
        var violations = new List<string>();
        var members = value.EnumerateObject().ToList();
        if (members.Count > schema.MaxProperties)
            violations.Add($"{at} has {members.Count} members; at most {schema.MaxProperties} are allowed");
        violations.AddRange(
            members
                .GroupBy(static member => member.Name)
                .Where(static group => group.Count() > 1)
                .Select(group => $"{at}.{group.Key} is there {group.Count()} times")
        );
        violations.AddRange(
            schema
                .Required.Where(name => !value.TryGetProperty(name, out _))
                .Select(name => $"{at}.{name} is required and missing")
        );
        foreach (var member in members)
        {
            var known = schema.Properties.GetValueOrDefault(member.Name) ?? schema.Values;
            if (known is not null)
                violations.AddRange(Validate(member.Value, known.Value, $"{at}.{member.Name}"));
            else if (!schema.IsFreeForm && !IsAddition(schema, member.Name))
                violations.Add($"{at}.{member.Name} is unknown to the description");
        }

        return violations;
    }

    private static bool IsAddition(OpenApiSchema schema, string member) =>
        Additions.Contains((schema.Name, member))
        || (Open.Contains(schema.Name) && member.StartsWith("x_", StringComparison.Ordinal));

    private static string[] Wrong(JsonElement value, string expected, string at) =>
        [$"{at} is {value.ValueKind} where {expected} is expected"];

    // 2026-11-20T13:37:00.123456Z
    [GeneratedRegex(
        @"\A[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{6,9}Z\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex UtcTime();
}

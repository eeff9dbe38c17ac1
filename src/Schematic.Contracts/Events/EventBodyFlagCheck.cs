using System.Text.Json.Serialization;

namespace Schematic.Contracts.Events;

/// <summary>Body of an event of type <c>flag_check</c>: the request and its answer.</summary>
public sealed record EventBodyFlagCheck
{
    /// <summary>Id of the checked company, <c>comp_…</c>; null if the keys found none.</summary>
    public string? CompanyId { get; init; }

    /// <summary>Failure during the check; null if it succeeded.</summary>
    public string? Error { get; init; }

    /// <summary>Id of the checked flag, <c>flag_…</c>; null if no flag has the key.</summary>
    public string? FlagId { get; init; }

    /// <summary>Key of the flag, as it was asked for.</summary>
    public required string FlagKey { get; init; }

    /// <summary>True if the check assumed usage that had not happened; left out of ordinary checks.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Preflight { get; init; }

    /// <summary>Sentence that says why the flag has this value.</summary>
    public required string Reason { get; init; }

    /// <summary>Keys by which the request named a company; left out if it named none.</summary>
    public IReadOnlyDictionary<string, string>? ReqCompany { get; init; }

    /// <summary>Keys by which the request named a user; left out if it named none.</summary>
    public IReadOnlyDictionary<string, string>? ReqUser { get; init; }

    /// <summary>Id of the rule that decided, <c>rule_…</c>; null if the default value was taken.</summary>
    public string? RuleId { get; init; }

    /// <summary>Id of the checked user, <c>user_…</c>; null if the keys found none.</summary>
    public string? UserId { get; init; }

    /// <summary>Value of the flag that was answered.</summary>
    public required bool Value { get; init; }
}

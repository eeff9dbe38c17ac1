using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Merges members of rules that the published description does not name. A client that does not know such a member
/// leaves it out when it writes back what it read, and must not remove it by that: a member left out is kept, null
/// removes it.
/// </summary>
internal static class ExtraMembers
{
    /// <summary>
    /// The maximum length of the extra members of one rule, group or condition: every write may add to them.
    /// </summary>
    private const int MaxLength = 4096;

    // Members of answers that a client sends back with the rest.
    private static readonly HashSet<string> Known =
    [
        .. Members(typeof(RuleDetailResponseData)),
        .. Members(typeof(RuleConditionGroupDetailResponseData)),
        .. Members(typeof(RuleConditionDetailResponseData)),
    ];

    /// <summary>The members to store; null if there are none.</summary>
    public static IDictionary<string, JsonElement>? Merge(
        IDictionary<string, JsonElement>? stored,
        IDictionary<string, JsonElement>? given,
        Func<string, Exception> refuse
    )
    {
        if (given is null || given.Keys.All(Known.Contains))
            return stored;
        var merged = new Dictionary<string, JsonElement>(stored ?? new Dictionary<string, JsonElement>());
        foreach (var (name, value) in given.Where(static member => !Known.Contains(member.Key)))
        {
            if (value.ValueKind == JsonValueKind.Null)
                merged.Remove(name);
            else
                merged[name] = value;
        }

        if (merged.Sum(static member => member.Key.Length + member.Value.GetRawText().Length) > MaxLength)
            throw refuse(
                $"The members that the API does not know are longer than {MaxLength} characters. Leave some out."
            );
        return merged.Count == 0 ? null : merged;
    }

    private static IEnumerable<string> Members(Type contract) =>
        WireJson
            .Strict.GetTypeInfo(contract)
            .Properties.Where(static member => !member.IsExtensionData)
            .Select(static member => member.Name);
}

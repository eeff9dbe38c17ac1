using System.Text.Json;
using Schematic.Contracts.Flags;
using Schematic.Contracts.Wire;

namespace Schematic.Api.Flags.Rules;

/// <summary>
/// Members of rules that the description does not name. A client that does not understand one leaves it out when it
/// writes back what it has read, and must not remove it by that: left out keeps, null removes.
/// </summary>
internal static class ExtraMembers
{
    /// <summary>The longest JSON of one rule's, group's or condition's: they are added to from write to write.</summary>
    private const int MaxLength = 4096;

    // What an answer says by itself and a client sends back with the rest.
    private static readonly HashSet<string> Known =
    [
        .. Members(typeof(RuleDetailResponseData)),
        .. Members(typeof(RuleConditionGroupDetailResponseData)),
        .. Members(typeof(RuleConditionDetailResponseData)),
    ];

    /// <summary>Null where there are none.</summary>
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

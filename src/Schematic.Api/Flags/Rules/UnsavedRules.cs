using Schematic.Api.Persistence;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Flags.Rules;

/// <summary>Reads draft rules and checks them as saving would.</summary>
internal static class UnsavedRules
{
    /// <exception cref="Http.ApiException">400 that names the rule, the condition and the field, as saving would answer
    /// it.</exception>
    public static async Task<(IReadOnlyList<FlagRule> Rules, RuleNames Names)> ReadAsync(
        SchematicDb db,
        FlagDetail flag,
        IReadOnlyList<CreateOrUpdateRuleRequestBody> rules,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var replacement = new RuleReplacement(flag.Flag.Id, flag.Rules, now);
        var made = replacement.Make(new UpdateFlagRulesRequestBody { Rules = rules });
        await RuleReferences.CheckAsync(db, flag.Rules, replacement.Changed, cancellationToken);
        return (made, await FlagReader.NamesAsync(db, made, cancellationToken));
    }
}

using Microsoft.EntityFrameworkCore;
using Schematic.Api.Authentication;
using Schematic.Api.Entities;
using Schematic.Api.Features;
using Schematic.Api.Flags;
using Schematic.Api.Flags.Rules;
using Schematic.Api.Persistence;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;

namespace Schematic.Api.Setup;

/// <summary>
/// Flags that speak of the invented companies of <see cref="SampleData"/>, written as the API writes them; those of
/// features come from <see cref="SampleFeatures"/>.
/// </summary>
internal sealed class SampleFlags(SchematicDb db, DateTimeOffset now)
{
    private const string Navigation = "new-navigation";

    /// <summary>Makes what the account shares, unless it has flags or features of its own.</summary>
    /// <returns>Whether there is something to write rules for.</returns>
    public async Task<bool> AddToAccountAsync(CancellationToken cancellationToken)
    {
        if (await db.Flags.AnyAsync(cancellationToken) || await db.Features.AnyAsync(cancellationToken))
            return false;
        // Old enough to be cleared away: nothing asks for it any more, and everyone has it.
        await Writer(daysAgo: 400)
            .CreateAsync(
                new FlagChange(
                    Navigation,
                    "New navigation",
                    "Rolled out to everyone; the old navigation is gone.",
                    FlagType.Boolean,
                    true,
                    default
                ),
                null,
                cancellationToken
            );
        await new SampleFeatures(db, now).AddAsync(cancellationToken);
        return true;
    }

    /// <summary>Writes the rules of the environment of this transaction.</summary>
    /// <param name="companyIds">Companies of that environment.</param>
    public async Task AddRulesAsync(IReadOnlyList<string> companyIds, CancellationToken cancellationToken)
    {
        await WriteRulesAsync(
            SampleFeatures.Export,
            1,
            [Rule(1, "On for everyone during the launch", true) with { RuleType = RuleType.GlobalOverride }],
            cancellationToken
        );
        await WriteRulesAsync(
            SampleFeatures.Editor,
            5,
            [
                Rule(
                    1,
                    "Asked to try it",
                    true,
                    new CreateOrUpdateConditionRequestBody
                    {
                        ConditionType = ConditionType.Company,
                        Operator = ComparableOperator.Eq,
                        ResourceIds = companyIds,
                    }
                ),
            ],
            cancellationToken
        );
        var (trial, seats, industry, country, role) = (
            await TraitAsync(EntityType.Company, cancellationToken, "trial"),
            await TraitAsync(EntityType.Company, cancellationToken, "seats"),
            await TraitAsync(EntityType.Company, cancellationToken, "industry"),
            await TraitAsync(EntityType.Company, cancellationToken, "address", "country"),
            await TraitAsync(EntityType.User, cancellationToken, "role")
        );
        await WriteRulesAsync(
            SampleFeatures.Reports,
            20,
            [
                Rule(1, "Not while on trial", false, Is(trial, "true")),
                Rule(2, "Large retailers and manufacturers", true, Is(seats, "150", ComparableOperator.Gte)) with
                {
                    ConditionGroups = [AnyOf(Is(industry, "Retail"), Is(industry, "Manufacturing"))],
                },
                Rule(3, "Owners in Germany and Sweden", true, Is(role, "Owner")) with
                {
                    ConditionGroups = [AnyOf(Is(country, "DE"), Is(country, "SE"))],
                },
            ],
            cancellationToken
        );
    }

    private static CreateOrUpdateRuleRequestBody Rule(
        long priority,
        string name,
        bool value,
        params CreateOrUpdateConditionRequestBody[] conditions
    ) =>
        new()
        {
            Name = name,
            Priority = priority,
            Value = value,
            Conditions = conditions,
            ConditionGroups = [],
        };

    private static CreateOrUpdateConditionGroupRequestBody AnyOf(
        params CreateOrUpdateConditionRequestBody[] conditions
    ) => new() { Conditions = conditions };

    private static CreateOrUpdateConditionRequestBody Is(
        EntityTraitDefinitionRow trait,
        string value,
        ComparableOperator comparison = ComparableOperator.Eq
    ) =>
        new()
        {
            ConditionType = ConditionType.Trait,
            Operator = comparison,
            ResourceIds = [],
            TraitId = trait.Id,
            TraitValue = value,
        };

    private FlagWriter Writer(int daysAgo) => new(db, now.AddDays(-daysAgo));

    private async Task WriteRulesAsync(
        string flagKey,
        int daysAgo,
        IReadOnlyList<CreateOrUpdateRuleRequestBody> rules,
        CancellationToken cancellationToken
    )
    {
        var flag = await db.Flags.SingleAsync(row => row.Key == flagKey, cancellationToken);
        var replacement = new RuleReplacement(flag.Id, [], now.AddDays(-daysAgo));
        var made = replacement.Make(new UpdateFlagRulesRequestBody { Rules = rules });
        await RuleReferences.CheckAsync(db, [], replacement.Changed, cancellationToken);
        await Writer(daysAgo).WriteRulesAsync(flag, null, made, "Sample data", new Caller(), cancellationToken);
    }

    private Task<EntityTraitDefinitionRow> TraitAsync(
        EntityType entityType,
        CancellationToken cancellationToken,
        params string[] path
    ) => SampleData.TraitAsync(db, entityType, path, cancellationToken);
}

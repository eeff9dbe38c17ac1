using System.Text.Json;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Flags;
using Schematic.Dashboard.Companies;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.E2E.Browser;

/// <summary>
/// One console for all journeys of flags; each makes a flag of its own, over the same four companies.
/// </summary>
[CollectionDefinition]
public sealed class FlagJourneys : ICollectionFixture<FlagConsole>;

/// <summary>A console with four companies that rules can tell apart.</summary>
public sealed class FlagConsole : JourneyConsole
{
    private readonly Dictionary<string, string> _traits = [];

    /// <summary>25 seats, on Enterprise.</summary>
    public string Acme { get; private set; } = "";

    /// <summary>3 seats, on Starter.</summary>
    public string Globex { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Acme = await CompanyAsync("Acme", 25, "Enterprise");
        Globex = await CompanyAsync("Globex", 3, "Starter");
        await CompanyAsync("Initech", 12, "Starter");
        await CompanyAsync("Hooli", 5, "Free");
        var definitions = await Server
            .Gateway()
            .Entities.ListTraitDefinitionsAsync(
                new() { EntityType = EntityType.Company },
                TestContext.Current.CancellationToken
            );
        foreach (var definition in definitions.Data)
            _traits[definition.Hierarchy[0]] = definition.Id;
    }

    /// <summary>The id of a new company.</summary>
    public async Task<string> CompanyAsync(string name, int seats, string plan) => (
            await Server
                .Gateway()
                .Companies.UpsertAsync(
                    new UpsertCompanyRequestBody
                    {
                        Name = name,
                        Keys = new Dictionary<string, string> { ["app_id"] = name.ToLowerInvariant() },
                        Traits = new Dictionary<string, JsonElement>
                        {
                            ["seats"] = JsonSerializer.SerializeToElement(seats),
                            ["plan_name"] = JsonSerializer.SerializeToElement(plan),
                        },
                    },
                    TestContext.Current.CancellationToken
                )
        ).Data.Id;

    /// <summary>The id of a new flag that is off unless one of these rules turns it on.</summary>
    public async Task<string> FlagAsync(string name, params IReadOnlyList<CreateOrUpdateRuleRequestBody> rules)
    {
        var flag = new CreateFlagRequestBody
        {
            Key = name.ToLowerInvariant().Replace(' ', '-'),
            Name = name,
            Description = "",
            FlagType = FlagType.Boolean,
            DefaultValue = false,
        };
        var id = (await Server.Gateway().Flags.CreateAsync(flag, TestContext.Current.CancellationToken)).Data.Id;
        if (rules.Count > 0)
            await SaveAsync(id, rules);
        return id;
    }

    /// <summary>Replaces the rules of a flag, as another person would.</summary>
    public Task SaveAsync(string flagId, params IReadOnlyList<CreateOrUpdateRuleRequestBody> rules) =>
        Server
            .Gateway()
            .Flags.UpdateRulesAsync(
                flagId,
                new UpdateFlagRulesRequestBody { Rules = rules },
                null,
                TestContext.Current.CancellationToken
            );

    /// <summary>The rules as the API has them, in its order.</summary>
    public async Task<IReadOnlyList<RuleDetailResponseData>> RulesAsync(string flagId) =>
        (await Server.Gateway().Flags.GetAsync(flagId, TestContext.Current.CancellationToken)).Data.Rules;

    /// <summary>A rule on one company trait.</summary>
    public CreateOrUpdateRuleRequestBody Rule(
        string name,
        int priority,
        string trait = "plan_name",
        ComparableOperator comparison = ComparableOperator.Eq,
        string value = "Starter"
    ) =>
        new()
        {
            Name = name,
            Priority = priority,
            Value = true,
            Conditions =
            [
                new()
                {
                    ConditionType = ConditionType.Trait,
                    Operator = comparison,
                    TraitId = _traits[trait],
                    TraitValue = value,
                    ResourceIds = [],
                },
            ],
            ConditionGroups = [],
        };

    public string AddressOf(string flagId) => DashboardUrls.Flag(Environment, flagId);

    /// <summary>Where a company's page explains what a flag answers for it.</summary>
    public string ChecksOf(string companyId, string flagKey = "") =>
        DashboardUrls.Company(
            Environment,
            companyId,
            DashboardUrls.ChecksTab,
            new CompanyChecksQuery { Flag = flagKey }
        );
}

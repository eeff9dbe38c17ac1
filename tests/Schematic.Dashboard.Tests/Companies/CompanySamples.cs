using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;

namespace Schematic.Dashboard.Tests.Companies;

/// <summary>Companies as the API answers them.</summary>
internal static class CompanySamples
{
    private static readonly DateTimeOffset Long = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    public static CompanyDetailResponseData Company(string id = "comp_1", string name = "Acme") =>
        new()
        {
            Id = id,
            Name = name,
            EnvironmentId = "env_production",
            CreatedAt = Long,
            UpdatedAt = Long,
            LastSeenAt = Long.AddDays(3),
            Keys = [Key("domain", $"{id}.example")],
            EntityTraits = [],
            UserCount = 0,
            AddOns = [],
            BillingSubscriptions = [],
            CustomPlanBillings = [],
            Entitlements = [],
            Metrics = [],
            PaymentMethods = [],
            Plans = [],
            Rules = [],
        };

    public static EntityKeyDetailResponseData Key(string name, string value) =>
        new()
        {
            Id = $"enky_{name}",
            DefinitionId = $"kydf_{name}",
            EntityId = "comp_1",
            EntityType = EntityType.Company,
            EnvironmentId = "env_production",
            Key = name,
            Value = value,
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static EntityTraitDetailResponseData Trait(TraitType type, string value, params string[] path) =>
        new()
        {
            Id = $"entr_{path[^1]}",
            DefinitionId = $"trdf_{path[^1]}",
            Definition = Definition(type, path),
            EnvironmentId = "env_production",
            Value = value,
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static EntityTraitDefinitionResponseData Definition(TraitType type, params string[] path) =>
        new()
        {
            Id = $"trdf_{path[^1]}",
            DisplayName = string.Join('.', path),
            EntityType = EntityType.Company,
            Hierarchy = path,
            TraitType = type,
            CreatedAt = Long,
            UpdatedAt = Long,
        };

    public static EntityKeyDefinitionResponseData KeyDefinition(string name) =>
        new()
        {
            Id = $"kydf_{name}",
            EntityType = EntityType.Company,
            Key = name,
            CreatedAt = Long,
            UpdatedAt = Long,
        };
}

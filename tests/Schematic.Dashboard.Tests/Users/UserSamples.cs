using Schematic.Contracts.Companies;
using Schematic.Contracts.Entities;
using Schematic.Contracts.Users;

namespace Schematic.Dashboard.Tests.Users;

internal static class UserSamples
{
    private static readonly DateTimeOffset Yesterday = new(2026, 11, 19, 13, 37, 0, TimeSpan.Zero);

    public static UserDetailResponseData User(
        string id = "user_1",
        string name = "Ada",
        params IReadOnlyList<CompanyMembershipDetailResponseData> memberships
    ) =>
        new()
        {
            Id = id,
            Name = name,
            EnvironmentId = "env_production",
            CompanyMemberships = memberships,
            EntityTraits = [],
            Keys = [Key(id, "email", $"{id}@example.com")],
            CreatedAt = Yesterday,
            UpdatedAt = Yesterday,
        };

    public static CompanyMembershipDetailResponseData Membership(string companyId, string? companyName) =>
        new()
        {
            Id = $"cmpu_{companyId}",
            CompanyId = companyId,
            UserId = "user_1",
            Company = companyName is null
                ? null
                : new()
                {
                    Id = companyId,
                    Name = companyName,
                    EnvironmentId = "env_production",
                    CreatedAt = Yesterday,
                    UpdatedAt = Yesterday,
                },
            CreatedAt = Yesterday,
            UpdatedAt = Yesterday,
        };

    public static CompanyDetailResponseData Company(string id, string name) =>
        new()
        {
            Id = id,
            Name = name,
            EnvironmentId = "env_production",
            AddOns = [],
            BillingSubscriptions = [],
            CustomPlanBillings = [],
            Entitlements = [],
            EntityTraits = [],
            Keys = [],
            Metrics = [],
            PaymentMethods = [],
            Plans = [],
            Rules = [],
            UserCount = 0,
            CreatedAt = Yesterday,
            UpdatedAt = Yesterday,
        };

    private static EntityKeyDetailResponseData Key(string entityId, string name, string value) =>
        new()
        {
            Id = $"key_{entityId}",
            DefinitionId = $"kydf_{name}",
            EntityId = entityId,
            EntityType = EntityType.User,
            EnvironmentId = "env_production",
            Key = name,
            Value = value,
            CreatedAt = Yesterday,
            UpdatedAt = Yesterday,
        };
}

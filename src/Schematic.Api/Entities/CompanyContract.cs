using Schematic.Contracts.Companies;

namespace Schematic.Api.Entities;

/// <summary>A company on the wire, as far as it is its own keys and traits.</summary>
internal static class CompanyContract
{
    /// <summary>
    /// Members for plans, entitlements, events and billing are present and empty: whoever knows them adds them.
    /// </summary>
    /// <param name="withDefinitions">False in lists, which would say the same few definitions on every row.</param>
    public static CompanyDetailResponseData ToCompanyContract(
        this EntityDetail company,
        string environmentId,
        bool withDefinitions = true
    ) =>
        new()
        {
            Id = company.Id,
            EnvironmentId = environmentId,
            Name = company.Name,
            LastSeenAt = company.LastSeenAt,
            CreatedAt = company.CreatedAt,
            UpdatedAt = company.UpdatedAt,
            Keys = company.KeysToContract(environmentId, withDefinitions),
            EntityTraits = company.TraitsToContract(environmentId, withDefinitions),
            Traits = company.TraitMap(),
            UserCount = company.UserCount,
            AddOns = [],
            BillingCreditBalances = new Dictionary<string, double>(),
            BillingSubscriptions = [],
            CustomPlanBillings = [],
            Entitlements = [],
            Metrics = [],
            PaymentMethods = [],
            Plans = [],
            Rules = [],
        };
}

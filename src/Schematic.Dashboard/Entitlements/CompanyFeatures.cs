using System.Globalization;
using Schematic.Contracts.Companies;
using Schematic.Contracts.Entitlements;
using Schematic.Contracts.Features;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Entitlements;

namespace Schematic.Dashboard.Entitlements;

/// <summary>
/// Puts together what a company gets of each feature. The API says which source counts; the others stand beside it, so
/// that nobody has to guess why an override has no effect.
/// </summary>
internal static class CompanyFeatures
{
    /// <summary>Loads all features that a company's plan, add-ons or overrides speak of, by name.</summary>
    public static async Task<IReadOnlyList<CompanyFeature>> ListAsync(
        IEntitlementsGateway entitlements,
        string companyId,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var usage = AllRows.ListAsync<FeatureUsageQuery, FeatureUsageResponseData>(
            entitlements.ListFeatureUsageAsync,
            new() { CompanyId = companyId, IncludeCandidates = true },
            cancellationToken
        );
        // Of features that nothing but an expired override speaks of, usage says nothing.
        var overrides = AllRows.ListAsync<CompanyOverridesQuery, CompanyOverrideResponseData>(
            entitlements.ListOverridesAsync,
            new() { CompanyId = companyId },
            cancellationToken
        );
        await Task.WhenAll(usage, overrides);
        return Create(await usage, await overrides, time.GetUtcNow());
    }

    /// <summary>Ids of the versions that a company is on.</summary>
    public static IReadOnlyList<string> VersionIds(CompanyDetailResponseData company) =>
        [
            .. (company.Plan is { } plan ? company.AddOns.Prepend(plan) : company.AddOns)
                .Select(static one => one.PlanVersionId)
                .OfType<string>(),
        ];

    internal static IReadOnlyList<CompanyFeature> Create(
        IReadOnlyList<FeatureUsageResponseData> usage,
        IReadOnlyList<CompanyOverrideResponseData> overrides,
        DateTimeOffset now
    )
    {
        var own = overrides.ToLookup(static one => one.FeatureId);
        var used = usage.Select(one => FromUsage(one, own[one.Feature?.Id ?? ""].FirstOrDefault(), now)).ToList();
        var known = used.Select(static one => one.FeatureId).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. used.Concat(overrides.Where(one => !known.Contains(one.FeatureId)).Select(one => FromOverride(one, now)))
                .OrderBy(static feature => feature.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(static feature => feature.FeatureId, StringComparer.Ordinal),
        ];
    }

    private static CompanyFeature FromUsage(
        FeatureUsageResponseData usage,
        CompanyOverrideResponseData? own,
        DateTimeOffset now
    )
    {
        // Another server tells only what counts.
        var grants = usage.Candidates is { } candidates
            ? candidates.Select(one => FromCandidate(one, usage)).ToList()
            : [FromWinner(usage)];
        if (own is not null && grants.TrueForAll(grant => grant.Id != own.Id))
            grants.Add(FromOverride(own, OutcomeOf(own, now)));
        return new CompanyFeature
        {
            FeatureId = usage.Feature?.Id ?? own?.FeatureId ?? "",
            Name = usage.Feature?.Name ?? own?.Feature?.Name ?? usage.EntitlementId,
            Type = usage.Feature?.FeatureType ?? FeatureType.Unknown,
            Usage = usage,
            Override = own,
            Grants = [.. grants.OrderBy(static grant => grant.Outcome).ThenBy(static grant => grant.Source)],
        };
    }

    private static CompanyFeature FromOverride(CompanyOverrideResponseData own, DateTimeOffset now) =>
        new()
        {
            FeatureId = own.FeatureId,
            Name = own.Feature?.Name ?? own.FeatureId,
            Type = own.Feature?.FeatureType ?? FeatureType.Unknown,
            Override = own,
            Grants = [FromOverride(own, OutcomeOf(own, now))],
        };

    private static FeatureGrant FromCandidate(
        EntitlementCandidateResponseData candidate,
        FeatureUsageResponseData usage
    )
    {
        var outcome = candidate.Status switch
        {
            EntitlementCandidateStatus.Applied => GrantOutcome.Applied,
            EntitlementCandidateStatus.Expired => GrantOutcome.Expired,
            _ when usage.CompanyOverride?.ValueBool == false => GrantOutcome.TakenAway,
            _ => GrantOutcome.Outbid,
        };
        return candidate.CompanyOverride is { } own
            ? FromOverride(own, outcome)
            : FromPlan(candidate.EntitlementId, candidate.PlanEntitlement, outcome) with
            {
                PlanName = Title(candidate.PlanEntitlement, candidate.PlanVersion),
            };
    }

    private static FeatureGrant FromWinner(FeatureUsageResponseData usage) =>
        usage.CompanyOverride is { } own
            ? FromOverride(own, GrantOutcome.Applied)
            : FromPlan(usage.EntitlementId, usage.PlanEntitlement, GrantOutcome.Applied) with
            {
                Value = EntitlementValue.From(usage),
                PlanId = usage.Plan?.Id,
                PlanName = usage.Plan?.Name,
            };

    private static FeatureGrant FromPlan(string id, PlanEntitlementResponseData? entitlement, GrantOutcome outcome) =>
        new()
        {
            Id = id,
            Source = entitlement?.Plan?.PlanType == PlanType.AddOn ? GrantSource.AddOn : GrantSource.Plan,
            Outcome = outcome,
            Value = entitlement is null ? null : EntitlementValue.From(entitlement),
            PlanId = entitlement?.PlanId,
        };

    private static FeatureGrant FromOverride(CompanyOverrideResponseData own, GrantOutcome outcome) =>
        new()
        {
            Id = own.Id,
            Source = GrantSource.Override,
            Outcome = outcome,
            Value = EntitlementValue.From(own),
            ExpiresAt = own.ExpirationDate,
        };

    private static GrantOutcome OutcomeOf(CompanyOverrideResponseData own, DateTimeOffset now) =>
        own.ExpirationDate <= now ? GrantOutcome.Expired : GrantOutcome.Outbid;

    private static string? Title(PlanEntitlementResponseData? entitlement, long? version)
    {
        var name = entitlement?.Plan?.Name ?? entitlement?.PlanId;
        return version is { } number ? string.Create(CultureInfo.InvariantCulture, $"{name} v{number}") : name;
    }
}

using System.Globalization;
using Schematic.Contracts.Plans;
using Schematic.Dashboard.Shared.Loading;
using Schematic.Gateway.Plans;

namespace Schematic.Dashboard.Entitlements;

/// <summary>Names for the versions that companies are on, which the API gives by id: "Pro v2".</summary>
internal sealed class KnownPlans(IReadOnlyList<PlanDetailResponseData> plans)
{
    private readonly Dictionary<string, PlanVersionResponseData> _versions = plans
        .SelectMany(static plan => plan.Versions)
        .DistinctBy(static version => version.Id)
        .ToDictionary(static version => version.Id);

    public static KnownPlans None { get; } = new([]);

    /// <summary>Plans by name.</summary>
    public IReadOnlyList<PlanDetailResponseData> Plans { get; } =
    [.. plans.OrderBy(static plan => plan.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>Loads every plan and add-on of the account with its versions in the environment.</summary>
    public static async Task<KnownPlans> AllAsync(IPlansGateway plans, CancellationToken cancellationToken) =>
        new(
            await AllRows.ListAsync<PlansQuery, PlanDetailResponseData>(
                plans.ListAsync,
                new PlansQuery(),
                cancellationToken
            )
        );

    /// <summary>The version; null if it is not known.</summary>
    public PlanVersionResponseData? Version(string? versionId) =>
        versionId is null ? null : _versions.GetValueOrDefault(versionId);

    /// <summary>
    /// The plan with the version that the company is on: "Pro v2"; only its name if that is not known.
    /// </summary>
    public string Title(CompanyPlanWithBillingSubView plan) =>
        Version(plan.PlanVersionId) is { } version ? $"{plan.Name} {Number(version)}" : plan.Name;

    /// <summary>The number of a version: "v2".</summary>
    public static string Number(PlanVersionResponseData version) =>
        string.Create(CultureInfo.InvariantCulture, $"v{version.Version}");
}

using Schematic.Contracts.ApiKeys;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.ApiKeys;

/// <summary>The address of the list of API keys: those of the page's own environment, or all of them.</summary>
public sealed record ApiKeysListQuery : ListQuery<ApiKeysListQuery>
{
    private const string Environment = "environment";
    private const string All = "all";

    /// <summary>Also the keys of other environments, and those that belong to none.</summary>
    public bool IsOfAllEnvironments { get; init; }

    public override bool IsFiltered => !IsOfAllEnvironments;

    /// <param name="environmentId">The page's own.</param>
    public ApiKeysQuery ToContract(string environmentId) =>
        new()
        {
            EnvironmentId = IsOfAllEnvironments ? null : environmentId,
            RequireEnvironment = false,
            Limit = Size,
            Offset = Offset,
        };

    protected override ApiKeysListQuery ReadFilters(UrlReader url) =>
        this with
        {
            IsOfAllEnvironments = url.Text(Environment) == All,
        };

    protected override void WriteFilters(UrlWriter url) => url.Add(Environment, IsOfAllEnvironments ? All : null);
}

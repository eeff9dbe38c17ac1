using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Entitlements;

/// <summary>The address of the entitlements of one company. Searches the names of features.</summary>
public sealed record CompanyEntitlementsQuery : ListQuery<CompanyEntitlementsQuery>
{
    public const string Plan = "plan";
    public const string AddOn = "add_on";
    public const string Override = "override";

    /// <summary>The kind of source that counts, or an override that may not; empty for all.</summary>
    public string Source { get; init; } = "";

    /// <summary>True for features whose next use is denied.</summary>
    public bool AtLimit { get; init; }

    public override bool IsFiltered => base.IsFiltered || Source.Length > 0 || AtLimit;

    /// <summary>The first page of one kind of source; empty for all.</summary>
    public CompanyEntitlementsQuery From(string source) => this with { Source = source, Page = 1 };

    internal IReadOnlyList<CompanyFeature> Apply(IReadOnlyList<CompanyFeature> features) =>
        [
            .. features.Where(feature =>
                feature.Name.Contains(Search, StringComparison.OrdinalIgnoreCase)
                && (!AtLimit || feature.IsAtLimit)
                && IsFrom(feature)
            ),
        ];

    protected override CompanyEntitlementsQuery ReadFilters(UrlReader url) =>
        this with
        {
            Source = url.Text("source") is Plan or AddOn or Override ? url.Text("source") : "",
            AtLimit = url.Flag("at_limit"),
        };

    protected override void WriteFilters(UrlWriter url) => url.Add("source", Source).Add("at_limit", AtLimit);

    private bool IsFrom(CompanyFeature feature) =>
        Source switch
        {
            Plan => feature.Applied?.Source == GrantSource.Plan,
            AddOn => feature.Applied?.Source == GrantSource.AddOn,
            Override => feature.Override is not null,
            _ => true,
        };
}

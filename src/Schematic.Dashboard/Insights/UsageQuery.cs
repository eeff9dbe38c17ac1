using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Insights;

/// <summary>The address of a usage chart with a list below it.</summary>
/// <typeparam name="TSelf">The deriving record itself.</typeparam>
public abstract record UsageQuery<TSelf> : ListQuery<TSelf>
    where TSelf : UsageQuery<TSelf>, new()
{
    public UsageRange Range { get; init; } = new();

    // The list adds up the whole time, however long a bar of the chart is.
    public override TSelf Rows => base.Rows with { Range = Range with { Granularity = null } };

    /// <summary>The first page of another time.</summary>
    public TSelf In(UsageRange range) => (TSelf)this with { Range = range, Page = 1 };

    protected override TSelf ReadFilters(UrlReader url) => (TSelf)this with { Range = UsageRange.Read(url) };

    protected override void WriteFilters(UrlWriter url) => Range.Write(url);
}

using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Plans.Matrix;

/// <summary>The address of the matrix of features and plans.</summary>
internal sealed record MatrixQuery : IUrlQuery<MatrixQuery>
{
    /// <summary>Text that the names of the shown features contain; empty for all.</summary>
    public string Search { get; init; } = "";

    public bool HasAddOns { get; init; }

    public static MatrixQuery FromUri(UrlReader url) =>
        new() { Search = url.Text("q"), HasAddOns = url.Flag("add-ons") };

    public string ToUri() => new UrlWriter().Add("q", Search).Add("add-ons", HasAddOns).ToString();
}

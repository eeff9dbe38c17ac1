using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Schematic.Dashboard.Shared.Ui.Charts;

/// <summary>
/// Numbers as bars, drawn by Radzen once its script is there, which no page without a chart loads. The exact number of
/// a bar is shown where one points and, with the arrow keys, below the chart; all of them are in a table.
/// </summary>
public sealed partial class BarChart : ComponentBase
{
    private IReadOnlyList<ChartBar> _shown = [];
    private Dictionary<string, string> _shortLabels = [];
    private int _chosen;
    private bool _isChosen;
    private bool _canDraw;

    [Inject]
    private IJSRuntime Script { get; set; } = default!;

    /// <summary>The chart's name: "Usage by day".</summary>
    [Parameter]
    [EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>Name of the numbers: "Usage".</summary>
    [Parameter]
    [EditorRequired]
    public string ValueTitle { get; set; } = "";

    [Parameter]
    [EditorRequired]
    public IReadOnlyList<ChartBar> Bars { get; set; } = [];

    private string ChosenText =>
        Bars.Count == 0 ? "No values" : $"{Bars[_chosen].Label}: {Number(Bars[_chosen].Value)}";

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(_shown, Bars))
            return;
        _shown = Bars;
        _shortLabels = Bars.ToDictionary(static bar => bar.Label, static bar => bar.ShortLabel, StringComparer.Ordinal);
        // The latest, which is what one looks for first.
        _chosen = Math.Max(0, Bars.Count - 1);
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        try
        {
            await Script.InvokeVoidAsync("schematic.loadScript", Assets["_content/Radzen.Blazor/Radzen.Blazor.min.js"]);
        }
        catch (JSException)
        {
            // Blocked, or the line was cut: the numbers below are all there is of it.
            return;
        }

        _canDraw = true;
        StateHasChanged();
    }

    private static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    private void OnKeyDown(KeyboardEventArgs e)
    {
        if (e.Key == "ArrowLeft")
            Choose(_chosen - 1);
        else if (e.Key == "ArrowRight")
            Choose(_chosen + 1);
    }

    private void Choose(int index)
    {
        _chosen = Math.Clamp(index, 0, Math.Max(0, Bars.Count - 1));
        _isChosen = true;
    }

    private string GetAxisLabel(object label) => _shortLabels.GetValueOrDefault(label as string ?? "", "");

    // Usage is counted in whole units: half of one is no place on the axis.
    private static string GetAxisNumber(object value) =>
        Convert.ToDouble(value, CultureInfo.InvariantCulture) is var number && number == Math.Floor(number)
            ? number.ToString("N0", CultureInfo.InvariantCulture)
            : "";
}

using Bunit;
using Microsoft.Extensions.DependencyInjection;
using Radzen.Blazor.Rendering;
using Schematic.Dashboard.Shared.Ui.Forms;
using Schematic.Testing.Http;
using Schematic.Testing.Time;

namespace Schematic.Dashboard.Tests.Rendering;

/// <summary>
/// A page rendered without a browser and without a server: charts and dialogs as the console uses them, a gateway on a
/// <see cref="FakeApi"/>.
/// </summary>
public abstract class ConsoleContext : BunitContext
{
    protected ConsoleContext()
    {
        JSInterop.Mode = JSRuntimeMode.Loose;
        // A chart asks the browser for its size before it draws anything.
        JSInterop
            .Setup<Rect>("Radzen.createChart", static _ => true)
            .SetResult(new Rect { Width = 400, Height = 200 });
        Services.AddScoped<Radzen.TooltipService>();
        Services.AddScoped<DialogService>();
        Services.AddSingleton<TimeProvider>(Clock);
        Services.AddScoped(_ => Api.Gateway());
    }

    protected TestClock Clock { get; } = new();

    /// <summary>What the page's calls are answered by.</summary>
    protected FakeApi Api { get; } = new();
}

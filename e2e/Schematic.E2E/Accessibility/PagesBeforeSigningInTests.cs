using Microsoft.Playwright;
using Schematic.E2E.Browser;

namespace Schematic.E2E.Accessibility;

/// <summary>Every page that is shown to a stranger, in both themes and at three widths.</summary>
public sealed class PagesBeforeSigningInTests(Chromium chromium, ConsoleFixture console, BlankConsoleFixture blank)
    : IClassFixture<ConsoleFixture>,
        IClassFixture<BlankConsoleFixture>
{
    public static TheoryData<Screen, ColorScheme> Looks { get; } =
        new MatrixTheoryData<Screen, ColorScheme>(
            [Screen.Desktop, Screen.Tablet, Screen.Phone],
            [ColorScheme.Light, ColorScheme.Dark]
        );

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Signing_in_has_no_barrier(Screen screen, ColorScheme colors) => LookAsync(console, screen, colors);

    [Theory]
    [MemberData(nameof(Looks))]
    public Task Setting_up_has_no_barrier(Screen screen, ColorScheme colors) => LookAsync(blank, screen, colors);

    private async Task LookAsync(ConsoleFixture at, Screen screen, ColorScheme colors)
    {
        await using var visitor = await chromium.VisitAsync(at.Server.ConsoleAddress, screen, colors);

        await visitor.OpenAsync("/");

        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await visitor.ExpectAccessibleAsync();
        await visitor.ExpectNoSidewaysScrollAsync();
        visitor.ExpectNoFaults();
    }
}

using Microsoft.Playwright;
using Schematic.Contracts.Companies;
using Schematic.Dashboard.Plans.Matrix;
using Schematic.Dashboard.Shared.Navigation;
using Schematic.E2E.Browser;
using Schematic.Testing;

namespace Schematic.E2E.Pictures;

/// <summary>
/// The pictures in the README, taken of the main pages in both themes. <c>UPDATE_PICTURES=1</c> writes them to
/// docs/images.
/// </summary>
[Trait("Category", "Long")]
public sealed class ReadmePicturesTests(Chromium chromium, SampleConsole console) : IClassFixture<SampleConsole>
{
    private const string Company = "Northwind Health";
    private const string FlagKey = "advanced-reports";

    private static readonly string[] Themes = ["light", "dark"];

    [Theory]
    [InlineData("companies", "Northwind Analytics")]
    [InlineData("company", "Comes from")]
    [InlineData("flag", "Large retailers and manufacturers")]
    [InlineData("matrix", "Northwind Enterprise")]
    public async Task A_main_page_is_pictured_in_both_themes(string name, string sign)
    {
        await using var visitor = await console.VisitAsync(chromium);
        await visitor.OpenAsync(await AddressAsync(name));
        await Assertions.Expect(visitor.Page.GetByText(sign).First).ToBeVisibleAsync();
        await Assertions.Expect(visitor.Page.Locator("main [aria-busy=true], main .skeleton")).ToHaveCountAsync(0);

        foreach (var theme in Themes)
        {
            await visitor.Page.EmulateMediaAsync(
                new() { ColorScheme = theme == "dark" ? ColorScheme.Dark : ColorScheme.Light }
            );
            var picture = await visitor.Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
            await ExpectShownAsync($"docs/images/{name}-{theme}.png", picture);
        }

        visitor.ExpectNoFaults();
    }

    private static async Task ExpectShownAsync(string path, byte[] picture)
    {
        var (file, cancellationToken) = (Repository.PathTo(path), TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("UPDATE_PICTURES") == "1")
            await File.WriteAllBytesAsync(file, picture, cancellationToken);

        Assert.True(File.Exists(file), $"{path} is missing. Run this test with UPDATE_PICTURES=1.");
        Assert.Contains(
            path,
            await File.ReadAllTextAsync(Repository.PathTo("README.md"), cancellationToken),
            StringComparison.Ordinal
        );
    }

    private async Task<string> AddressAsync(string name) =>
        name switch
        {
            "company" => DashboardUrls.Company(console.Environment, await CompanyIdAsync()),
            "flag" => DashboardUrls.Flag(console.Environment, FlagKey),
            "matrix" => DashboardUrls.PlanMatrix(console.Environment, new MatrixQuery { HasAddOns = true }),
            _ => DashboardUrls.Companies(console.Environment),
        };

    private async Task<string> CompanyIdAsync() =>
        (
            await console
                .Server.Gateway()
                .Companies.ListAsync(new CompaniesQuery { Q = Company }, TestContext.Current.CancellationToken)
        )
            .Data[0]
            .Id;
}

using Schematic.Testing.Hosting;

namespace Schematic.E2E.Browser;

/// <summary>A console whose admin has signed in once for all journeys.</summary>
public abstract class JourneyConsole : ConsoleFixture
{
    private string? _signedIn;

    public string Environment { get; private set; } = "";

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Environment = await EnvironmentOfAsync(ApiKeys.Production);
    }

    /// <summary>A new browser, signed in; what one of them keeps no other sees.</summary>
    internal async Task<Visitor> VisitAsync(Chromium chromium, Screen? screen = null)
    {
        if (_signedIn is null)
        {
            await using var first = await chromium.SignInAsync(Server.ConsoleAddress);
            _signedIn = await first.Profile.StorageStateAsync();
        }

        return await chromium.VisitAsync(Server.ConsoleAddress, screen, state: _signedIn);
    }
}

using Schematic.Dashboard.Sessions;

namespace Schematic.Dashboard.Tests.Sessions;

public sealed class BrowserWordsTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
        "Edge on Windows"
    )]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
        "Chrome on Android"
    )]
    [InlineData(
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1 Version/18.0 Safari/604.1",
        "Safari on iPhone"
    )]
    [InlineData("curl/8.5.0", "Unknown browser")]
    [InlineData(" ", "Unknown browser")]
    [InlineData(null, "Unknown browser")]
    public void A_browser_is_called_what_its_person_calls_it(string? userAgent, string words) =>
        Assert.Equal(words, BrowserWords.Describe(userAgent));
}

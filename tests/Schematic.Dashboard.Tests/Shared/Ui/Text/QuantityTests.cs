using Schematic.Dashboard.Shared.Ui.Text;

namespace Schematic.Dashboard.Tests.Shared.Ui.Text;

public sealed class QuantityTests
{
    [Theory]
    [InlineData(0, "0 keys")]
    [InlineData(1, "1 key")]
    [InlineData(2, "2 keys")]
    [InlineData(1_234_567, "1,234,567 keys")]
    public void A_number_agrees_with_its_noun(long count, string text) =>
        Assert.Equal(text, Quantity.Format(count, "key", "keys"));
}

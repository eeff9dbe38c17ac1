using Schematic.Contracts.Features;
using Schematic.Dashboard.Shared.Navigation;

namespace Schematic.Dashboard.Tests.Shared.Navigation;

public sealed class UrlReaderTests
{
    [Theory]
    [InlineData("http://console.test/a?q=1#q=2")]
    [InlineData("/a?q=1")]
    [InlineData("?q=1")]
    [InlineData("?q=1&q=2")]
    public void A_value_is_read_from_any_form_of_address(string uri) => Assert.Equal("1", new UrlReader(uri).Text("q"));

    [Theory]
    [InlineData("")]
    [InlineData("/a")]
    [InlineData("/a#?q=1")]
    [InlineData("?Q1=1")]
    public void What_is_not_there_is_empty(string uri) => Assert.Equal("", new UrlReader(uri).Text("q"));

    [Fact]
    public void Several_values_are_read_in_order_without_the_empty_ones() =>
        Assert.Equal(["b", "a"], new UrlReader("?plan=b&plan=&plan=a").Texts("plan"));

    [Theory]
    [InlineData("?n=5", 5)]
    [InlineData("?n=10", 10)]
    [InlineData("?n=11", 7)]
    [InlineData("?n=1", 7)]
    [InlineData("?n=5.0", 7)]
    [InlineData("?n=%205", 7)]
    [InlineData("?n=1,000", 7)]
    [InlineData("", 7)]
    public void A_number_out_of_its_bounds_is_the_default(string uri, int number) =>
        Assert.Equal(number, new UrlReader(uri).Number("n", 7, minimum: 2, maximum: 10));

    [Theory]
    [InlineData("?type=event", FeatureType.Event)]
    [InlineData("?type=Event", null)]
    [InlineData("?type=2", null)]
    [InlineData("", null)]
    public void An_enum_is_read_by_its_wire_name(string uri, FeatureType? type) =>
        Assert.Equal(type, new UrlReader(uri).Enum<FeatureType>("type"));

    [Theory]
    [InlineData("?on=true", true)]
    [InlineData("?on=1", true)]
    [InlineData("?on=yes", false)]
    [InlineData("?on", false)]
    public void A_switch_is_on_when_it_says_so(string uri, bool isOn) =>
        Assert.Equal(isOn, new UrlReader(uri).Flag("on"));
}
